import { apply, type Op, type Reduction, type Tensor } from '@nn/tensor'
import { reduced } from '../reduction'

/** A loss of pairs of elements in one place: the function and its derivatives, in tensor functions. */
interface PairLoss<Settings> {
  /** As `gradFn` names it, but for the capital. */
  readonly name: string
  /** ℓ(x, t). */
  readonly value: (x: Tensor, target: Tensor, settings: Settings) => Tensor
  /** grad · ∂ℓ/∂x. */
  readonly byInput: (grad: Tensor, x: Tensor, target: Tensor, settings: Settings) => Tensor
  /** grad · ∂ℓ/∂t. By default -grad · ∂ℓ/∂x, which holds for every function of x - t. */
  readonly byTarget?: (grad: Tensor, x: Tensor, target: Tensor, settings: Settings) => Tensor
}

interface Params<Settings> {
  readonly settings: Settings
  readonly reduction: Reduction
}

/** Makes the function that gives the loss of input and target of the same shape, reduced. */
export function definePairLoss<Settings>({
  name,
  value,
  byInput,
  byTarget = (...args) => byInput(...args).neg(),
}: PairLoss<Settings>): (input: Tensor, target: Tensor, settings: Settings, reduction: Reduction) => Tensor {
  const op: Op<[Tensor, Tensor], Params<Settings>> = {
    name,
    forward(context, [input, target], { settings, reduction }) {
      context.save(input, target)
      return reduced(value(input, target, settings), reduction)
    },
    backward({ saved, params: { settings, reduction }, needs }, grad) {
      const [input, target] = saved as [Tensor, Tensor]
      const each = reduction === 'mean' ? grad.div(input.numel()) : grad
      return [
        needs[0] === true ? byInput(each, input, target, settings) : null,
        needs[1] === true ? byTarget(each, input, target, settings) : null,
      ]
    },
  }
  return (input, target, settings, reduction) => apply(op, [input, target], { settings, reduction })
}
