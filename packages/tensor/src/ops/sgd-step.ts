import type { SgdSettings, SgdUpdate } from '../kernels/kernels'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

/**
 * One SGD step on all parameters of a group, in place and in one pass over each, recorded by no graph.
 *
 * @see torch.optim.SGD
 */
export function sgdStep_(updates: readonly SgdUpdate<Tensor>[], settings: SgdSettings): void {
  getBackend().kernels.sgdStep(updates, settings)
  for (const { param } of updates) param.storage.version++
}
