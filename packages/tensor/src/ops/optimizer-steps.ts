import type { AdamSettings, SgdSettings } from '../kernels/kernels'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

/**
 * One SGD step on a parameter, in place and in one pass, recorded by no graph. `buffer` holds the momentum; `first`
 * says that it is empty still.
 *
 * @see torch.optim.SGD
 */
export function sgdStep_(
  param: Tensor,
  grad: Tensor,
  buffer: Tensor | null,
  first: boolean,
  settings: SgdSettings,
): void {
  getBackend().kernels.sgdStep(param, grad, buffer, first, settings)
  param.storage.version++
}

/** The running averages that Adam keeps for a parameter. */
export interface AdamState {
  readonly expAvg: Tensor
  readonly expAvgSq: Tensor
  /** With amsgrad, else null. */
  readonly maxExpAvgSq: Tensor | null
}

/**
 * One Adam or AdamW step on a parameter, in place and in one pass, recorded by no graph.
 *
 * @see torch.optim.Adam
 */
export function adamStep_(param: Tensor, grad: Tensor, state: AdamState, settings: AdamSettings): void {
  getBackend().kernels.adamStep(param, grad, state.expAvg, state.expAvgSq, state.maxExpAvgSq, settings)
  param.storage.version++
}
