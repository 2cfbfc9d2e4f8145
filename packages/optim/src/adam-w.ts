import { type Args, kinds, signature } from '@nn/tensor'
import { Adam, type AdamOptions } from './adam'
import { lr, pair, params } from './option-kinds'
import type { Params } from './param-group'

export interface AdamWOptions extends Omit<AdamOptions, 'decoupledWeightDecay'> {
  /** By how much of itself, times the learning rate, a parameter shrinks at each step. Default 0.01. */
  weightDecay?: number
}

const takes = signature(
  'AdamW',
  { params },
  { lr, betas: pair, eps: kinds.number, weightDecay: kinds.number, amsgrad: kinds.boolean },
  { maximize: kinds.boolean },
)

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019): the decay does not pass through the averages.
 *
 * $$ p \leftarrow p - \eta \lambda p, \quad \text{then as in Adam} $$
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a hyper-parameter below 0, and for betas
 *   outside [0, 1).
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new AdamW([w], { lr: 0.1, weightDecay: 0.05 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.8850, -4.3775], requires_grad=True)
 * @see torch.optim.AdamW
 */
export class AdamW extends Adam {
  constructor(
    params: Params<Required<AdamOptions>>,
    ...args: Args<AdamWOptions, ['lr', 'betas', 'eps', 'weightDecay', 'amsgrad']>
  ) {
    super(params, { weightDecay: 1e-2, ...takes([params], args), decoupledWeightDecay: true })
  }
}
