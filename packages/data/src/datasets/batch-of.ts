import type { Collated } from '../collate/collated'
import { defaultCollate } from '../collate/default-collate'
import type { Dataset } from './dataset'

/** The samples at `indices` as one batch, made at once where the dataset can, else sample by sample. */
export function batchOf<Sample>(dataset: Dataset<Sample>, indices: readonly number[]): Collated<Sample> {
  if (dataset.getBatch !== undefined) return dataset.getBatch(indices)
  return defaultCollate(indices.map((index) => dataset.get(index)))
}
