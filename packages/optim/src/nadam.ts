import { type Args, kinds, portableMath, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkBetas, checkNotNegative } from './check-options'
import { type DecoupledDescentOptions, decayAndDescentGradient } from './decoupled-weight-decay'
import { Optimizer } from './optimizer'
import { lr, pair, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface NAdamOptions extends DecoupledDescentOptions {
  /** The learning rate: about how far an element goes in a step. Default 0.002. */
  lr?: number
  /** How slowly the averages of the gradient and of its square forget. Default [0.9, 0.999]. */
  betas?: readonly [number, number]
  /** Added to the divisor, against dividing by 0. Default 1e-8. */
  eps?: number
  /** How fast the momentum grows from half of its end value. Default 0.004. */
  momentumDecay?: number
}

/** The running averages of a parameter, and the product of all momenta so far. */
export interface NAdamState {
  step: number
  muProduct: number
  expAvg: Tensor
  expAvgSq: Tensor
}

const takes = signature(
  'NAdam',
  { params },
  {
    lr,
    betas: pair,
    eps: kinds.number,
    weightDecay: kinds.number,
    momentumDecay: kinds.number,
    decoupledWeightDecay: kinds.boolean,
  },
  { maximize: kinds.boolean },
)

/**
 * NAdam (Dozat, 2016): Adam that takes its step ahead, where momentum leads.
 *
 * $$ \mu_t = \beta_1 \left(1 - \tfrac{1}{2} 0.96^{t \psi}\right), \quad
 *    \hat m = \frac{\mu_{t+1} m}{1 - \prod_{i \le t+1} \mu_i} + \frac{(1 - \mu_t) g}{1 - \prod_{i \le t} \mu_i}, \quad
 *    p \leftarrow p - \eta \frac{\hat m}{\sqrt{v / (1 - \beta_2^t)} + \epsilon} $$
 *
 * with the averages m and v of Adam, the learning rate η and the momentum decay ψ, at step t.
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a hyper-parameter below 0, and for betas
 *   outside [0, 1).
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new NAdam([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.8944, -4.3944], requires_grad=True)
 * @see torch.optim.NAdam
 */
export class NAdam extends Optimizer<Required<NAdamOptions>, NAdamState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<NAdamOptions>>,
    ...args: Args<NAdamOptions, ['lr', 'betas', 'eps', 'weightDecay', 'momentumDecay', 'decoupledWeightDecay']>
  ) {
    super(params, {
      lr: 2e-3,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      momentumDecay: 4e-3,
      decoupledWeightDecay: false,
      maximize: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions(
    { lr, betas, eps, weightDecay, momentumDecay }: Required<NAdamOptions>,
    owner: string,
  ): void {
    checkNotNegative(owner, { lr, eps, weightDecay, momentumDecay })
    checkBetas(owner, betas)
  }

  protected override initState(param: Tensor): NAdamState {
    return { step: 0, muProduct: 1, expAvg: zerosLike(param), expAvgSq: zerosLike(param) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: NAdamState,
    group: ParamGroup<Required<NAdamOptions>>,
  ): void {
    const { lr, eps, momentumDecay } = group
    const [beta1, beta2] = group.betas
    const { expAvg, expAvgSq } = state
    const g = decayAndDescentGradient(param, grad, group)
    const step = ++state.step
    const muAt = (t: number): number => beta1 * (1 - 0.5 * portableMath.pow(0.96, t * momentumDecay))
    const [mu, nextMu] = [muAt(step), muAt(step + 1)]
    state.muProduct *= mu
    expAvg.lerp_(g, 1 - beta1)
    expAvgSq.mul_(beta2).addcmul_(g, g, { value: 1 - beta2 })
    const divisor = expAvgSq
      .div(1 - portableMath.pow(beta2, step))
      .sqrt_()
      .add_(eps)
    param.addcdiv_(g, divisor, { value: (-lr * (1 - mu)) / (1 - state.muProduct) })
    param.addcdiv_(expAvg, divisor, { value: (-lr * nextMu) / (1 - state.muProduct * nextMu) })
  }
}
