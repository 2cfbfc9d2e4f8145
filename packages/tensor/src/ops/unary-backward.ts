import { inMemoryOrder, resultStrides } from '../core/layout'
import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import type { UnaryBackwardName } from '../kernels/js/unary-backward'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

/** What the second derivative of a function needs, from the incoming gradient gg, the first one g and the output y. */
interface SecondDerivative {
  readonly name: UnaryBackwardName
  readonly byGrad: (gg: Tensor, y: Tensor) => Tensor
  readonly byOutput: (gg: Tensor, g: Tensor, y: Tensor) => Tensor | null
}

/** g · f'(y) in one kernel, as it runs in every training step. */
function define({ name, byGrad, byOutput }: SecondDerivative): (grad: Tensor, y: Tensor) => Tensor {
  const op: Op<[Tensor, Tensor]> = {
    name: `${name}Backward`,
    forward(context, [grad, y]) {
      const out = allocate(y.shape, y.dtype, resultStrides(y.shape, grad, y))
      const [to, g, from] = inMemoryOrder(out, grad, y)
      getBackend().kernels.unaryBackward(name, g, from, to)
      context.save(grad, y)
      return out
    },
    backward(context, gg) {
      const [g, y] = context.saved as [Tensor, Tensor]
      return [byGrad(gg, y), byOutput(gg, g, y)]
    },
  }
  return (grad, y) => apply(op, [grad, y], undefined)
}

/** relu: g where y > 0, else 0. */
export const reluBackward: (grad: Tensor, y: Tensor) => Tensor = define({
  name: 'relu',
  byGrad: (gg, y) => reluBackward(gg, y),
  byOutput: () => null,
})

/** σ: g y (1 - y). */
export const sigmoidBackward: (grad: Tensor, y: Tensor) => Tensor = define({
  name: 'sigmoid',
  byGrad: (gg, y) => sigmoidBackward(gg, y),
  byOutput: (gg, g, y) => gg.mul(g).mul(y.mul(-2).add(1)),
})

/** tanh: g (1 - y²). */
export const tanhBackward: (grad: Tensor, y: Tensor) => Tensor = define({
  name: 'tanh',
  byGrad: (gg, y) => tanhBackward(gg, y),
  byOutput: (gg, g, y) => gg.mul(g).mul(y).mul(-2),
})
