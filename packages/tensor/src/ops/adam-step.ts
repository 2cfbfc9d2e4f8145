import { adamStep } from '../kernels/js/adam-step'
import type { AdamSettings, AdamUpdate } from '../kernels/kernels'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'

const kernels = extraKernels({ adamStep })

/**
 * One Adam or AdamW step on all parameters of a group, in place and in one pass over each, recorded by no graph.
 *
 * @see torch.optim.Adam
 */
export function adamStep_(updates: readonly AdamUpdate<Tensor>[], settings: AdamSettings): void {
  kernels().adamStep(updates, settings)
  for (const { param } of updates) param.storage.version++
}
