import { type Args, fullLike, kinds, signature, type Tensor } from '@nn/tensor'
import { checkNotNegative } from './check-options'
import { type DescentOptions, descentGradient } from './descent-gradient'
import { Optimizer } from './optimizer'
import { lr, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface AdagradOptions extends DescentOptions {
  /** The learning rate. Default 0.01. */
  lr?: number
  /** By how much of itself the divisor of the learning rate grows at each step. Default 0. */
  lrDecay?: number
  /** What the sum of squares begins with. Default 0. */
  initialAccumulatorValue?: number
  /** Added to the divisor, against dividing by 0. Default 1e-10. */
  eps?: number
}

/** The sum of a parameter's squared gradients. */
export interface AdagradState {
  step: number
  sum: Tensor
}

const takes = signature(
  'Adagrad',
  { params },
  { lr, lrDecay: kinds.number, weightDecay: kinds.number, initialAccumulatorValue: kinds.number, eps: kinds.number },
  { maximize: kinds.boolean },
)

/**
 * Adagrad (Duchi et al., 2011): divides the gradient by the size of all gradients so far.
 *
 * $$ s \leftarrow s + g^2, \quad p \leftarrow p - \frac{\eta}{1 + (t - 1) \eta_\lambda} \frac{g}{\sqrt{s} + \epsilon} $$
 *
 * with the learning rate η and its decay $\eta_\lambda$, at step t.
 *
 * @throws RangeError without parameters, for a parameter in two groups, and for a hyper-parameter below 0.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new Adagrad([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.9000, -4.4000], requires_grad=True)
 * @see torch.optim.Adagrad
 */
export class Adagrad extends Optimizer<Required<AdagradOptions>, AdagradState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<AdagradOptions>>,
    ...args: Args<AdagradOptions, ['lr', 'lrDecay', 'weightDecay', 'initialAccumulatorValue', 'eps']>
  ) {
    super(params, {
      lr: 1e-2,
      lrDecay: 0,
      weightDecay: 0,
      initialAccumulatorValue: 0,
      eps: 1e-10,
      maximize: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions(options: Required<AdagradOptions>, owner: string): void {
    const { lr, lrDecay, weightDecay, initialAccumulatorValue, eps } = options
    checkNotNegative(owner, { lr, lrDecay, weightDecay, initialAccumulatorValue, eps })
  }

  protected override initState(param: Tensor, group: ParamGroup<Required<AdagradOptions>>): AdagradState {
    return { step: 0, sum: fullLike(param, group.initialAccumulatorValue) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: AdagradState,
    group: ParamGroup<Required<AdagradOptions>>,
  ): void {
    const { lr, lrDecay, eps } = group
    const g = descentGradient(param, grad, group)
    const decayedLr = lr / (1 + state.step * lrDecay)
    state.step++
    state.sum.addcmul_(g, g)
    param.addcdiv_(g, state.sum.sqrt().add_(eps), { value: -decayedLr })
  }
}
