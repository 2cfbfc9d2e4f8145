import type { Collated } from '../collate/collated'
import type { Collate } from '../collate/collator'

/**
 * Samples by index: any object with these members, or an array. A sample is what `defaultCollate` can put into a batch, such as
 * `[image, label]`.
 *
 * @example
 * const squares: Dataset<[number, number]> = { length: 10, get: (index) => [index, index ** 2] }
 * Array.from(new DataLoader(squares, { batchSize: 5 }))[1] // [tensor([5, 6, 7, 8, 9]), tensor([25, 36, 49, 64, 81])]
 * @see torch.utils.data.Dataset
 */
export interface Dataset<Sample> {
  /** Number of samples. */
  readonly length: number

  /** The sample at an index from 0 to `length` - 1. */
  get(index: number): Sample

  /**
   * The samples at several indices as one batch: the same as collating what `get` gives for each, for datasets that can
   * make it at once. A loader uses it unless it was given a `collateFn`.
   *
   * @param collate puts samples into a batch as the loader was told to
   */
  getBatch?(indices: readonly number[], collate?: Collate): Collated<Sample>
}
