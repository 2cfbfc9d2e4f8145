import { checkDropoutProbability } from '../../functional/dropout'
import { checkPositiveSizes } from '../check-positive-sizes'
import { checkSizes } from '../check-sizes'

/**
 * Refuses what the parts of a transformer would refuse, in its own name.
 *
 * @throws RangeError for sizes that are none or do not divide, and for a dropout outside [0, 1].
 */
export function checkLayerOptions(
  name: string,
  sizes: { readonly dModel: number; readonly nhead: number },
  dimFeedforward: number,
  dropout: number,
): void {
  checkPositiveSizes(name, sizes)
  checkSizes(name, { dimFeedforward })
  checkDropoutProbability(name, dropout)
  const { dModel, nhead } = sizes
  if (dModel % nhead !== 0) throw new RangeError(`${name}: dModel ${dModel} must be divisible by nhead ${nhead}`)
}
