import type { Collated } from '../collate/collated'
import { batchOf } from './batch-of'
import type { Dataset } from './dataset'
import { sampleIndex } from './sample-index'

/**
 * The samples of a dataset at given indices.
 *
 * @example
 * const evens = new Subset(new TensorDataset(arange(10)), [0, 2, 4, 6, 8])
 * evens.length // 5
 * @see torch.utils.data.Subset
 */
export class Subset<Sample> implements Dataset<Sample> {
  readonly dataset: Dataset<Sample>
  readonly indices: readonly number[]

  constructor(dataset: Dataset<Sample>, indices: readonly number[]) {
    this.dataset = dataset
    this.indices = indices
  }

  get length(): number {
    return this.indices.length
  }

  get(index: number): Sample {
    return this.dataset.get(this.indexInDataset(index))
  }

  getBatch(indices: readonly number[]): Collated<Sample> {
    return batchOf(
      this.dataset,
      indices.map((index) => this.indexInDataset(index)),
    )
  }

  private indexInDataset(index: number): number {
    return this.indices[sampleIndex('Subset', index, this.length)] as number
  }
}
