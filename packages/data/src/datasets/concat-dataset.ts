import type { Dataset } from './dataset'
import { sampleIndex } from './sample-index'

/**
 * Datasets one after another.
 *
 * @example
 * new ConcatDataset([new TensorDataset(arange(3)), new TensorDataset(arange(5))]).length // 8
 * @see torch.utils.data.ConcatDataset
 */
export class ConcatDataset<Sample> implements Dataset<Sample> {
  readonly datasets: readonly Dataset<Sample>[]

  /** @throws RangeError for an empty list. */
  constructor(datasets: readonly Dataset<Sample>[]) {
    if (datasets.length === 0) throw new RangeError('ConcatDataset: expects at least one dataset, got none')
    this.datasets = datasets
  }

  get length(): number {
    return this.datasets.reduce((total, dataset) => total + dataset.length, 0)
  }

  get(index: number): Sample {
    let rest = sampleIndex('ConcatDataset', index, this.length)
    let part = 0
    while (rest >= this.lengthOf(part)) {
      rest -= this.lengthOf(part)
      part++
    }
    return (this.datasets[part] as Dataset<Sample>).get(rest)
  }

  private lengthOf(part: number): number {
    return (this.datasets[part] as Dataset<Sample>).length
  }
}
