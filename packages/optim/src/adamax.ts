import { type Args, kinds, maximum, portableMath, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkBetas, checkNotNegative } from './check-options'
import { type DescentOptions, descentGradient } from './descent-gradient'
import { Optimizer } from './optimizer'
import { lr, pair, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface AdamaxOptions extends DescentOptions {
  /** The learning rate: about how far an element goes in a step. Default 0.002. */
  lr?: number
  /** How slowly the average of the gradient and its largest size forget. Default [0.9, 0.999]. */
  betas?: readonly [number, number]
  /** Added to the gradient's size, against dividing by 0. Default 1e-8. */
  eps?: number
}

/** The running average of a parameter's gradient and its largest size. */
export interface AdamaxState {
  step: number
  expAvg: Tensor
  expInf: Tensor
}

const takes = signature(
  'Adamax',
  { params },
  { lr, betas: pair, eps: kinds.number, weightDecay: kinds.number },
  { maximize: kinds.boolean },
)

/**
 * Adamax (Kingma and Ba, 2015): Adam that divides by the largest gradient, which fades, instead of an average.
 *
 * $$ m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad u \leftarrow \max(\beta_2 u, |g| + \epsilon), \quad
 *    p \leftarrow p - \frac{\eta}{1 - \beta_1^t} \frac{m}{u} $$
 *
 * with the learning rate η, at step t.
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a hyper-parameter below 0, and for betas
 *   outside [0, 1).
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new Adamax([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.9000, -4.4000], requires_grad=True)
 * @see torch.optim.Adamax
 */
export class Adamax extends Optimizer<Required<AdamaxOptions>, AdamaxState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<AdamaxOptions>>,
    ...args: Args<AdamaxOptions, ['lr', 'betas', 'eps', 'weightDecay']>
  ) {
    super(params, {
      lr: 2e-3,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      maximize: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions({ lr, betas, eps, weightDecay }: Required<AdamaxOptions>, owner: string): void {
    checkNotNegative(owner, { lr, eps, weightDecay })
    checkBetas(owner, betas)
  }

  protected override initState(param: Tensor): AdamaxState {
    return { step: 0, expAvg: zerosLike(param), expInf: zerosLike(param) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: AdamaxState,
    group: ParamGroup<Required<AdamaxOptions>>,
  ): void {
    const { lr, eps } = group
    const [beta1, beta2] = group.betas
    const { expAvg, expInf } = state
    const g = descentGradient(param, grad, group)
    state.step++
    expAvg.lerp_(g, 1 - beta1)
    expInf.copy_(maximum(expInf.mul_(beta2), g.abs().add_(eps)))
    param.addcdiv_(expAvg, expInf, { value: -lr / (1 - portableMath.pow(beta1, state.step)) })
  }
}
