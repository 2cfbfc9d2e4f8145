import { type Args, emptyLike, keep, kinds, type SgdUpdate, sgdStep_, signature, type Tensor } from '@nn/tensor'
import { checkNotNegative } from './check-options'
import { Optimizer, type ParamUpdate } from './optimizer'
import { lr, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface SGDOptions {
  /** The learning rate: how far a step goes. Default 0.001. */
  lr?: number
  /** How much of the last step's direction goes on. Default 0. */
  momentum?: number
  /** How much less of the gradient goes into the direction. Default 0. */
  dampening?: number
  /** How much of the parameter is added to its gradient, which draws it to 0. Default 0. */
  weightDecay?: number
  /** Take the gradient ahead, where momentum leads. Needs a momentum and no dampening. Default false. */
  nesterov?: boolean
  /** Go up instead of down. Default false. */
  maximize?: boolean
}

export interface SGDState {
  /** The direction so far. */
  momentumBuffer?: Tensor
}

const takes = signature(
  'SGD',
  { params },
  { lr, momentum: kinds.number, dampening: kinds.number, weightDecay: kinds.number, nesterov: kinds.boolean },
  { maximize: kinds.boolean },
)

/**
 * Stochastic gradient descent.
 *
 * $$ g \leftarrow g + \lambda p, \quad b \leftarrow \mu b + (1 - \tau) g, \quad p \leftarrow p - \eta b $$
 *
 * with the learning rate η, weight decay λ, momentum μ and dampening τ. The first b is g. With `nesterov` the step is by
 * g + μ b.
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a hyper-parameter below 0, and for `nesterov`
 *   without momentum or with dampening.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new SGD([w], { lr: 0.1, momentum: 0.9 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.4000, -3.6000], requires_grad=True)
 * @see torch.optim.SGD
 */
export class SGD extends Optimizer<Required<SGDOptions>, SGDState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<SGDOptions>>,
    ...args: Args<SGDOptions, ['lr', 'momentum', 'dampening', 'weightDecay', 'nesterov']>
  ) {
    super(params, {
      lr: 1e-3,
      momentum: 0,
      dampening: 0,
      weightDecay: 0,
      nesterov: false,
      maximize: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions(
    { lr, momentum, dampening, weightDecay, nesterov }: Required<SGDOptions>,
    owner: string,
  ): void {
    checkNotNegative(owner, { lr, momentum, weightDecay })
    if (nesterov && (momentum === 0 || dampening !== 0)) {
      throw new RangeError(
        `${owner}: nesterov needs a momentum and no dampening, got momentum ${momentum} and dampening ${dampening}`,
      )
    }
  }

  protected override updateGroup(
    updates: readonly ParamUpdate<SGDState>[],
    group: ParamGroup<Required<SGDOptions>>,
  ): void {
    // A parameter that is twice in the group has no buffer yet at either place.
    const isFirst = updates.map(({ state }) => state.momentumBuffer === undefined)
    sgdStep_(
      updates.map((update, i) => withMomentum(update, group.momentum, isFirst[i] === true)),
      group,
    )
  }
}

/** With the buffer that the momentum is kept in, which the first step fills. */
function withMomentum(
  { param, grad, state }: ParamUpdate<SGDState>,
  momentum: number,
  isFirst: boolean,
): SgdUpdate<Tensor> {
  if (momentum === 0) return { param, grad, buffer: null, isFirst: false }
  state.momentumBuffer ??= keep(emptyLike(param))
  return { param, grad, buffer: state.momentumBuffer, isFirst }
}
