import { isFloatingPoint } from '../core/dtype'
import { AutogradError, DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { normalizeDims, reducedShape, showShape } from '../core/shape'
import { svd } from '../kernels/js/svd'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import type { Dims } from './reduction'

const kernels = extraKernels({ svd })

/** X = U S Vᵀ: y = Σ S;  ∂X = g U Vᵀ. */
const nuclearNormOp: Op<[Tensor]> = {
  name: 'nuclearNorm',
  forward(context, [x]) {
    const [m, n] = x.shape.slice(-2) as [number, number]
    const batch = x.shape.slice(0, -2)
    const k = Math.min(m, n)
    const u = allocate([...batch, m, k], x.dtype)
    const s = allocate([...batch, k], x.dtype)
    const v = allocate([...batch, n, k], x.dtype)
    kernels().svd(x, u, s, v)
    context.save(x, u.matmul(v.mT))
    return s.sum(-1)
  },
  backward({ saved }, grad) {
    const [x, direction] = saved as [Tensor, Tensor]
    const g = grad.unsqueeze(-1).unsqueeze(-1)
    return [g.mul(apply(directionOp, [x], direction))]
  },
}

/** U Vᵀ as a function of X, so that asking for the derivative of the gradient is an error and not a wrong number. */
const directionOp: Op<[Tensor], Tensor> = {
  name: 'nuclearNormBackward',
  forward: (_, __, direction) => direction.detach(),
  backward() {
    throw new AutogradError('norm: the second derivative of the nuclear norm is not available')
  },
}

/** The sum of the singular values of matrices, which lie in two dimensions of x. */
export function nuclearNorm(x: Tensor, dim: Dims | undefined, keepdim: boolean): Tensor {
  if (!isFloatingPoint(x.dtype)) throw new DTypeError(`norm: needs a floating-point tensor, got ${x.dtype}`)
  const dims = normalizeDims('norm', dim, x.ndim)
  if (dims.length !== 2) {
    throw new ShapeError(`norm: a nuclear norm takes two dimensions, got ${dims.length} of ${showShape(x.shape)}`)
  }
  const others = x.shape.map((_, d) => d).filter((d) => !dims.includes(d))
  const sums = apply(nuclearNormOp, [x.permute([...others, ...dims])], undefined)
  return keepdim ? sums.reshape(reducedShape(x.shape, dims, true)) : sums
}
