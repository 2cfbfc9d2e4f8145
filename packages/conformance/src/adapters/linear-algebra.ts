import {
  type AddProductOptions,
  addbmm,
  addmm,
  addmv,
  addr,
  baddbmm,
  bmm,
  type ContractedDims,
  cross,
  dot,
  einsum,
  inner,
  kron,
  linalg,
  matmul,
  mm,
  mv,
  outer,
  type Tensor,
  tensordot,
  trace,
  vdot,
} from '@nn/tensor'
import type { Call } from '../call'
import type { Adapter, Adapters } from './adapter'

/** A function of two tensors. */
const ofTwo =
  (fn: (a: Tensor, b: Tensor) => Tensor): Adapter =>
  (c) =>
    fn(c.tensor(0), c.tensor(1))

/** A product that is added to something, both weighted. */
const addProduct =
  (fn: (input: Tensor, a: Tensor, b: Tensor, options: AddProductOptions) => Tensor): Adapter =>
  (c) =>
    fn(c.tensor(0), c.tensor(1), c.tensor(2), c.options({ beta: ['beta', 3], alpha: ['alpha', 4] }))

const contractedDims = (c: Call): ContractedDims => (c.value(2, 'dims') ?? 2) as ContractedDims

/** Products of matrices and vectors. */
export const linearAlgebra: Adapters = {
  matmul: ofTwo(matmul),
  __rmatmul__: ofTwo((a, b) => matmul(b, a)),
  mm: ofTwo(mm),
  bmm: ofTwo(bmm),
  mv: ofTwo(mv),
  dot: ofTwo(dot),
  vdot: ofTwo(vdot),
  inner: ofTwo(inner),
  outer: ofTwo(outer),
  kron: ofTwo(kron),
  addmm: addProduct(addmm),
  addmv: addProduct(addmv),
  addbmm: addProduct(addbmm),
  baddbmm: addProduct(baddbmm),
  addr: addProduct(addr),
  einsum: (c) => einsum(c.text(1, 'equation', ''), ...c.tensors(0)),
  tensordot: (c) => tensordot(c.tensor(0), c.tensor(1), contractedDims(c)),
  trace: (c) => trace(c.tensor(0)),
  cross: (c) => cross(c.tensor(0), c.tensor(1), c.has(2, 'dim') ? c.number(2, 'dim') : null),
  'linalg.multi_dot': (c) => linalg.multiDot(c.tensors(0)),
}
