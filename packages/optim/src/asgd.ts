import { type Args, kinds, portableMath, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkNotNegative } from './check-options'
import { type DescentOptions, descentGradient } from './descent-gradient'
import { Optimizer } from './optimizer'
import { lr, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface ASGDOptions extends DescentOptions {
  /** The learning rate of the first step. Default 0.01. */
  lr?: number
  /** How fast the learning rate falls, and how much of itself a parameter loses at each step. Default 1e-4. */
  lambd?: number
  /** The power by which the learning rate falls. Default 0.75. */
  alpha?: number
  /** The step from which on positions are averaged. Default 1e6. */
  t0?: number
}

/** The average of a parameter's positions, and what the next step is taken with. */
export interface ASGDState {
  step: number
  /** The learning rate. */
  eta: number
  /** How much of the new position goes into the average. */
  mu: number
  /** The average. */
  ax: Tensor
}

const takes = signature(
  'ASGD',
  { params },
  { lr, lambd: kinds.number, alpha: kinds.number, t0: kinds.number, weightDecay: kinds.number },
  { maximize: kinds.boolean },
)

/**
 * Averaged stochastic gradient descent (Polyak and Juditsky, 1992): descends with a falling learning rate and averages
 * the positions. The average is `state.get(parameter).ax`.
 *
 * $$ p \leftarrow (1 - \lambda \eta_t) p - \eta_t g, \quad \eta_{t+1} = \frac{\eta}{(1 + \lambda \eta t)^\alpha}, \quad
 *    a \leftarrow a + \mu_t (p - a), \quad \mu_{t+1} = \frac{1}{\max(1, t - t_0)} $$
 *
 * with the learning rate η, at step t.
 *
 * @throws RangeError without parameters, for a parameter in two groups, and for a learning rate or weight decay below 0.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new ASGD([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.4000, -3.6000], requires_grad=True)
 * @see torch.optim.ASGD
 */
export class ASGD extends Optimizer<Required<ASGDOptions>, ASGDState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<ASGDOptions>>,
    ...args: Args<ASGDOptions, ['lr', 'lambd', 'alpha', 't0', 'weightDecay']>
  ) {
    super(params, {
      lr: 1e-2,
      lambd: 1e-4,
      alpha: 0.75,
      t0: 1e6,
      weightDecay: 0,
      maximize: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions({ lr, weightDecay }: Required<ASGDOptions>, owner: string): void {
    checkNotNegative(owner, { lr, weightDecay })
  }

  protected override initState(param: Tensor, { lr }: ParamGroup<Required<ASGDOptions>>): ASGDState {
    return { step: 0, eta: lr, mu: 1, ax: zerosLike(param) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: ASGDState,
    group: ParamGroup<Required<ASGDOptions>>,
  ): void {
    const { lr, lambd, alpha, t0 } = group
    const { ax, eta, mu } = state
    const g = descentGradient(param, grad, group)
    state.step++
    param.mul_(1 - lambd * eta).sub_(g, { alpha: eta })
    if (mu === 1) ax.copy_(param)
    else ax.add_(param.sub(ax), { alpha: mu })
    state.eta = lr / portableMath.pow(1 + lambd * lr * state.step, alpha)
    state.mu = 1 / Math.max(1, state.step - t0)
  }
}
