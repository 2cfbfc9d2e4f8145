import { type Args, keep, kinds, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkNotNegative } from './check-options'
import { type DescentOptions, descentGradient } from './descent-gradient'
import { Optimizer } from './optimizer'
import { lr, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface RMSpropOptions extends DescentOptions {
  /** The learning rate. Default 0.01. */
  lr?: number
  /** How slowly the average of the gradient's square forgets. Default 0.99. */
  alpha?: number
  /** Added to the divisor, against dividing by 0. Default 1e-8. */
  eps?: number
  /** How much of the last step's direction goes on. Default 0. */
  momentum?: number
  /** Divide by the standard deviation of the gradient instead of its size. Default false. */
  centered?: boolean
}

/** The running averages of a parameter. */
export interface RMSpropState {
  step: number
  squareAvg: Tensor
  /** The direction so far, from the first step with a momentum on. */
  momentumBuffer?: Tensor
  /** The average of the gradient, from the first centered step on. */
  gradAvg?: Tensor
}

const takes = signature(
  'RMSprop',
  { params },
  {
    lr,
    alpha: kinds.number,
    eps: kinds.number,
    weightDecay: kinds.number,
    momentum: kinds.number,
    centered: kinds.boolean,
  },
  { maximize: kinds.boolean },
)

/**
 * RMSprop (Hinton, 2012): divides the gradient by a running average of its size.
 *
 * $$ v \leftarrow \alpha v + (1 - \alpha) g^2, \quad b \leftarrow \mu b + \frac{g}{\sqrt{v} + \epsilon}, \quad
 *    p \leftarrow p - \eta b $$
 *
 * with the learning rate η and the momentum μ. With `centered` the square of the gradient's average is taken off v.
 *
 * @throws RangeError without parameters, for a parameter in two groups, and for a hyper-parameter below 0.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new RMSprop([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.0000, -3.5000], requires_grad=True)
 * @see torch.optim.RMSprop
 */
export class RMSprop extends Optimizer<Required<RMSpropOptions>, RMSpropState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<RMSpropOptions>>,
    ...args: Args<RMSpropOptions, ['lr', 'alpha', 'eps', 'weightDecay', 'momentum', 'centered']>
  ) {
    super(params, {
      lr: 1e-2,
      alpha: 0.99,
      eps: 1e-8,
      weightDecay: 0,
      momentum: 0,
      centered: false,
      maximize: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions(
    { lr, alpha, eps, weightDecay, momentum }: Required<RMSpropOptions>,
    owner: string,
  ): void {
    checkNotNegative(owner, { lr, alpha, eps, weightDecay, momentum })
  }

  protected override initState(param: Tensor): RMSpropState {
    return { step: 0, squareAvg: zerosLike(param) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: RMSpropState,
    group: ParamGroup<Required<RMSpropOptions>>,
  ): void {
    const { lr, alpha, eps, momentum, centered } = group
    const g = descentGradient(param, grad, group)
    state.step++
    state.squareAvg.mul_(alpha).addcmul_(g, g, { value: 1 - alpha })
    let variance = state.squareAvg
    if (centered) {
      state.gradAvg ??= keep(zerosLike(param))
      state.gradAvg.lerp_(g, 1 - alpha)
      variance = variance.addcmul(state.gradAvg, state.gradAvg, { value: -1 })
    }
    const divisor = variance.sqrt().add_(eps)
    if (momentum === 0) {
      param.addcdiv_(g, divisor, { value: -lr })
      return
    }
    state.momentumBuffer ??= keep(zerosLike(param))
    state.momentumBuffer.mul_(momentum).addcdiv_(g, divisor)
    param.sub_(state.momentumBuffer, { alpha: lr })
  }
}
