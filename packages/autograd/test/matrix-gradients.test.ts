import * as ops from '@nn/tensor'
import { manualSeed, randn, type Tensor } from '@nn/tensor'
import { describe, it } from 'vitest'
import { checkGradients, type TensorFunction } from './support/check-gradients'

const random = (...shape: number[]): Tensor => randn(shape, { dtype: 'float64' })
const weights = { beta: 0.5, alpha: 2 }

const cases: Readonly<Record<string, readonly [f: TensorFunction, ...shapes: number[][]]>> = {
  mm: [ops.mm, [2, 3], [3, 2]],
  bmm: [ops.bmm, [2, 2, 3], [2, 3, 1]],
  mv: [ops.mv, [2, 3], [3]],
  dot: [ops.dot, [3], [3]],
  vdot: [ops.vdot, [3], [3]],
  'matmul of stacks that broadcast': [ops.matmul, [2, 1, 2, 3], [3, 3, 1]],
  inner: [ops.inner, [2, 3], [2, 3]],
  outer: [ops.outer, [2], [3]],
  kron: [ops.kron, [2, 2], [3]],
  addmm: [(x, a, b) => ops.addmm(x, a, b, weights), [2], [3, 2], [2, 2]],
  addmv: [(x, a, b) => ops.addmv(x, a, b, weights), [1], [3, 2], [2]],
  addbmm: [(x, a, b) => ops.addbmm(x, a, b, weights), [2, 2], [3, 2, 2], [3, 2, 2]],
  baddbmm: [(x, a, b) => ops.baddbmm(x, a, b, weights), [2, 2], [3, 2, 2], [3, 2, 2]],
  addr: [(x, a, b) => ops.addr(x, a, b, weights), [1, 3], [2], [3]],
  cross: [(a, b) => ops.cross(a, b, -1), [2, 3], [1, 3]],
  'linalg.multiDot': [(a, b, c) => ops.linalg.multiDot([a, b, c]), [3], [3, 2], [2, 2]],
  'tensordot over one dimension': [(a, b) => ops.tensordot(a, b, 1), [2, 3], [3, 2]],
  'tensordot over named dimensions': [
    (a, b) =>
      ops.tensordot(a, b, [
        [0, 2],
        [1, 0],
      ]),
    [2, 2, 3],
    [3, 2],
  ],
  'einsum that multiplies matrices': [(a, b) => ops.einsum('bij,bjk->bki', a, b), [2, 2, 3], [2, 3, 2]],
  'einsum of a diagonal': [(a) => ops.einsum('iji->j', a), [2, 3, 2]],
  'einsum of three operands': [(a, b, c) => ops.einsum('ij,jk,i->k', a, b, c), [2, 3], [3, 2], [2]],
  'einsum with an ellipsis': [(a, b) => ops.einsum('...i,ij->...j', a, b), [2, 2, 3], [3, 2]],
}

describe('the first and second derivatives are those of finite differences:', () => {
  it.each(Object.entries(cases))('%s', (_, [f, ...shapes]) => {
    manualSeed(0)
    checkGradients(
      f,
      shapes.map((shape) => random(...shape)),
    )
  })
})
