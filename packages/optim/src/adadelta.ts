import { type Args, kinds, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkNotNegative } from './check-options'
import { type DescentOptions, descentGradient } from './descent-gradient'
import { Optimizer } from './optimizer'
import { lr, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface AdadeltaOptions extends DescentOptions {
  /** The learning rate: what a step is multiplied by. Default 1. */
  lr?: number
  /** How slowly the averages of the squares forget. Default 0.9. */
  rho?: number
  /** Added to the averages, against dividing by 0 and so that the first step is none of 0. Default 1e-6. */
  eps?: number
}

/** The running averages of the squares of a parameter's gradient and of its steps. */
export interface AdadeltaState {
  step: number
  squareAvg: Tensor
  accDelta: Tensor
}

const takes = signature(
  'Adadelta',
  { params },
  { lr, rho: kinds.number, eps: kinds.number, weightDecay: kinds.number },
  { maximize: kinds.boolean },
)

/**
 * Adadelta (Zeiler, 2012): steps of the size of the last ones, in the units of the parameter.
 *
 * $$ v \leftarrow \rho v + (1 - \rho) g^2, \quad \Delta = \frac{\sqrt{u + \epsilon}}{\sqrt{v + \epsilon}} g, \quad
 *    u \leftarrow \rho u + (1 - \rho) \Delta^2, \quad p \leftarrow p - \eta \Delta $$
 *
 * with the learning rate η.
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a hyper-parameter below 0, and for a rho
 *   above 1.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new Adadelta([w])
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.9968, -4.4968], requires_grad=True)
 * @see torch.optim.Adadelta
 */
export class Adadelta extends Optimizer<Required<AdadeltaOptions>, AdadeltaState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<AdadeltaOptions>>,
    ...args: Args<AdadeltaOptions, ['lr', 'rho', 'eps', 'weightDecay']>
  ) {
    super(params, { lr: 1, rho: 0.9, eps: 1e-6, weightDecay: 0, maximize: false, ...takes([params], args) })
  }

  protected override checkOptions({ lr, rho, eps, weightDecay }: Required<AdadeltaOptions>, owner: string): void {
    checkNotNegative(owner, { lr, rho, eps, weightDecay })
    if (rho > 1) throw new RangeError(`${owner}: rho must be at most 1, got ${rho}`)
  }

  protected override initState(param: Tensor): AdadeltaState {
    return { step: 0, squareAvg: zerosLike(param), accDelta: zerosLike(param) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: AdadeltaState,
    group: ParamGroup<Required<AdadeltaOptions>>,
  ): void {
    const { lr, rho, eps } = group
    const { squareAvg, accDelta } = state
    const g = descentGradient(param, grad, group)
    state.step++
    squareAvg.mul_(rho).addcmul_(g, g, { value: 1 - rho })
    const std = squareAvg.add(eps).sqrt_()
    const delta = accDelta.add(eps).sqrt_().div_(std).mul_(g)
    accDelta.mul_(rho).addcmul_(delta, delta, { value: 1 - rho })
    param.sub_(delta, { alpha: lr })
  }
}
