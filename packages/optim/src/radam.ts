import { type Args, kinds, portableMath, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkBetas, checkNotNegative } from './check-options'
import { type DecoupledDescentOptions, decayAndDescentGradient } from './decoupled-weight-decay'
import { Optimizer } from './optimizer'
import { lr, pair, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface RAdamOptions extends DecoupledDescentOptions {
  /** The learning rate. Default 0.001. */
  lr?: number
  /** How slowly the averages of the gradient and of its square forget. Default [0.9, 0.999]. */
  betas?: readonly [number, number]
  /** Added to the divisor, against dividing by 0. Default 1e-8. */
  eps?: number
}

/** The running averages of a parameter. */
export interface RAdamState {
  step: number
  expAvg: Tensor
  expAvgSq: Tensor
}

/** Below this length of the average of squares its variance has no finite estimate. */
const SHORTEST_AVERAGE = 5

const takes = signature(
  'RAdam',
  { params },
  { lr, betas: pair, eps: kinds.number, weightDecay: kinds.number, decoupledWeightDecay: kinds.boolean },
  { maximize: kinds.boolean },
)

/**
 * RAdam (Liu et al., 2020): Adam that divides by the average of squares only once that is of enough steps, and then by
 * how far it can be trusted.
 *
 * $$ \rho_\infty = \frac{2}{1 - \beta_2} - 1, \quad \rho_t = \rho_\infty - \frac{2 t \beta_2^t}{1 - \beta_2^t}, \quad
 *    r_t = \sqrt{\frac{(\rho_t - 4)(\rho_t - 2) \rho_\infty}{(\rho_\infty - 4)(\rho_\infty - 2) \rho_t}}, $$
 * $$ p \leftarrow p - \eta \frac{m}{1 - \beta_1^t} \cdot \begin{cases}
 *    r_t \sqrt{1 - \beta_2^t} / (\sqrt{v} + \epsilon) & \rho_t > 5 \\ 1 & \text{otherwise} \end{cases} $$
 *
 * with the averages m and v of Adam and the learning rate η, at step t.
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a hyper-parameter below 0, and for betas
 *   outside [0, 1).
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new RAdam([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.4000, -3.6000], requires_grad=True)
 * @see torch.optim.RAdam
 */
export class RAdam extends Optimizer<Required<RAdamOptions>, RAdamState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<RAdamOptions>>,
    ...args: Args<RAdamOptions, ['lr', 'betas', 'eps', 'weightDecay', 'decoupledWeightDecay']>
  ) {
    super(params, {
      lr: 1e-3,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      decoupledWeightDecay: false,
      maximize: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions({ lr, betas, eps, weightDecay }: Required<RAdamOptions>, owner: string): void {
    checkNotNegative(owner, { lr, eps, weightDecay })
    checkBetas(owner, betas)
  }

  protected override initState(param: Tensor): RAdamState {
    return { step: 0, expAvg: zerosLike(param), expAvgSq: zerosLike(param) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: RAdamState,
    group: ParamGroup<Required<RAdamOptions>>,
  ): void {
    const { lr, eps } = group
    const [beta1, beta2] = group.betas
    const { expAvg, expAvgSq } = state
    const g = decayAndDescentGradient(param, grad, group)
    const step = ++state.step
    expAvg.lerp_(g, 1 - beta1)
    expAvgSq.mul_(beta2).addcmul_(g, g, { value: 1 - beta2 })
    const stepSize = lr / (1 - portableMath.pow(beta1, step))
    const averageLength = lengthOfAverage(beta2, step)
    if (averageLength <= SHORTEST_AVERAGE) {
      param.sub_(expAvg, { alpha: stepSize })
      return
    }
    const trust = rectification(2 / (1 - beta2) - 1, averageLength)
    const scale = stepSize * trust * Math.sqrt(1 - portableMath.pow(beta2, step))
    param.addcdiv_(expAvg, expAvgSq.sqrt().add_(eps), { value: -scale })
  }
}

/** Of how many steps a simple average would be that is as good as the exponential one after `step` steps. */
function lengthOfAverage(beta2: number, step: number): number {
  const atLast = 2 / (1 - beta2) - 1
  return atLast - (2 * step * portableMath.pow(beta2, step)) / (1 - portableMath.pow(beta2, step))
}

/** How far an average of that length can be trusted, against one of the length at last. */
function rectification(atLast: number, length: number): number {
  return Math.sqrt(((length - 4) * (length - 2) * atLast) / ((atLast - 4) * (atLast - 2) * length))
}
