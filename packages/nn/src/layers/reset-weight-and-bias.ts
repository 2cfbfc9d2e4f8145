import type { Tensor } from '@nn/tensor'
import { fanInAndFanOut } from '../init/fan'
import { uniform_ } from '../init/uniform'

/**
 * Draws a weight of shape [out, in, ...window], and then a bias, uniform between -1/√fanIn and 1/√fanIn.
 *
 * @param name the layer, as errors name it
 */
export function resetWeightAndBias(name: string, weight: Tensor, bias: Tensor | null): void {
  const { fanIn } = fanInAndFanOut(name, weight)
  if (weight.numel() > 0) {
    // In the steps of `init.kaimingUniform_(weight, { a: Math.sqrt(5) })`, for the same bits: to call it would bring the gains
    // of all other functions into every program with a layer.
    const gain = Math.sqrt(2 / (1 + Math.sqrt(5) ** 2))
    const bound = Math.sqrt(3) * (gain / Math.sqrt(fanIn))
    uniform_(weight, -bound, bound)
  }
  if (bias === null) return
  const bound = fanIn > 0 ? 1 / Math.sqrt(fanIn) : 0
  // Not -bound, which would be -0 without inputs.
  uniform_(bias, 0 - bound, bound)
}
