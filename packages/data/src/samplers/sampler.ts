/**
 * The order in which a loader visits a dataset: anything with a length that can be iterated over, an array included. A
 * batch sampler gives lists of indices.
 *
 * @example
 * const backwards: Sampler = [3, 2, 1, 0]
 * Array.from(new DataLoader(new TensorDataset(arange(4)), { sampler: backwards, batchSize: 4 })) // [[tensor([3, 2, 1, 0])]]
 * @see torch.utils.data.Sampler
 */
export interface Sampler<Item = number> extends Iterable<Item> {
  /** Number of items that an iteration gives. */
  readonly length: number
}
