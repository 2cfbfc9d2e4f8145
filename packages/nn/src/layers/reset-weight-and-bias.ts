import type { Tensor } from '@nn/tensor'
import { fanInAndFanOut } from '../init/fan'
import { kaimingUniform_ } from '../init/kaiming'
import { uniform_ } from '../init/uniform'

/**
 * Draws a weight of shape [out, in, ...window], and then a bias, uniform between -1/√fanIn and 1/√fanIn.
 *
 * @param name the layer, as errors name it
 */
export function resetWeightAndBias(name: string, weight: Tensor, bias: Tensor | null): void {
  kaimingUniform_(weight, { a: Math.sqrt(5) })
  if (bias === null) return
  const { fanIn } = fanInAndFanOut(name, weight)
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0
  // Not -bound, which would be -0 without inputs.
  uniform_(bias, 0 - bound, bound)
}
