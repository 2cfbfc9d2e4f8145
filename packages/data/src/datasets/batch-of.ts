import type { Collated } from '../collate/collated'
import type { Collate } from '../collate/collator'
import type { Dataset } from './dataset'

/** The samples at `indices` as one batch, made at once where the dataset can, else sample by sample. */
export function batchOf<Sample>(
  dataset: Dataset<Sample>,
  indices: readonly number[],
  collate: Collate,
): Collated<Sample> {
  if (dataset.getBatch !== undefined) return dataset.getBatch(indices, collate)
  return collate(indices.map((index) => dataset.get(index))) as Collated<Sample>
}
