import { Adam, type AdamOptions } from './adam'
import type { Params } from './param-group'

export interface AdamWOptions extends Omit<AdamOptions, 'decoupledWeightDecay'> {
  /** By how much of itself, times the learning rate, a parameter shrinks at each step. Default 0.01. */
  weightDecay?: number
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019): the decay does not pass through the averages.
 *
 * $$ p \leftarrow p - \eta \lambda p, \quad \text{then as in Adam} $$
 *
 * @throws RangeError without parameters, for a parameter given twice, for a hyper-parameter below 0, and for betas
 *   outside [0, 1).
 * @example
 * const optimizer = new AdamW(model.parameters(), { lr: 0.001, weightDecay: 0.05 })
 * @see torch.optim.AdamW
 */
export class AdamW extends Adam {
  constructor(params: Params<Required<AdamOptions>>, options: AdamWOptions = {}) {
    super(params, { weightDecay: 1e-2, ...options, decoupledWeightDecay: true })
  }
}
