import { type Args, kinds, signature } from '@nn/tensor'
import type { Collated } from './collated'
import { type CollateOptions, collator } from './collator'

const takes = signature(
  'defaultCollate',
  { batch: kinds.kind('a list of samples', Array.isArray) },
  {},
  { numberDtype: kinds.dtype },
)

/**
 * One batch out of a list of samples. Tensors and typed arrays are stacked along a new first dimension; numbers become a
 * tensor, int64 where all are integers and float64 otherwise, or as `numberDtype` says; booleans a bool tensor; strings
 * stay a list. Arrays and plain objects are collated element by element.
 *
 * @throws ShapeError for tensors of different shapes and arrays of different lengths.
 * @throws TypeError for an empty list, samples of different kinds, and what is none of these.
 * @example
 * const [points, labels] = defaultCollate([[tensor([1.5, 2]), 0], [tensor([3.5, 4]), 1]] as [Tensor, number][])
 * points.shape // [2, 2]
 * labels.dtype // 'int64'
 * @example
 * defaultCollate([0, 1], { numberDtype: 'float32' }) // tensor([0., 1.])
 * @see torch.utils.data.default_collate
 */
export function defaultCollate<Sample>(batch: readonly Sample[], ...args: Args<CollateOptions>): Collated<Sample> {
  return collator('defaultCollate', takes([batch], args))(batch) as Collated<Sample>
}
