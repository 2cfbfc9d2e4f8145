import { kinds, signature } from '@nn/tensor'
import { dataset } from '../argument-kinds'
import { counted, showInNode } from '../show-in-node'
import type { Dataset } from './dataset'
import { asDataset } from './list-dataset'
import { sampleIndex } from './sample-index'

const takes = signature('ConcatDataset', { datasets: kinds.listOf(dataset) })

/**
 * Datasets one after another.
 *
 * @example
 * new ConcatDataset([new TensorDataset(arange(3)), new TensorDataset(arange(5))]).length // 8
 * @see torch.utils.data.ConcatDataset
 */
export class ConcatDataset<Sample> implements Dataset<Sample> {
  static {
    showInNode(ConcatDataset.prototype)
  }

  readonly datasets: readonly Dataset<Sample>[]

  /** @throws RangeError for an empty list. */
  constructor(datasets: readonly (Dataset<Sample> | readonly Sample[])[], ...none: []) {
    takes([datasets], none)
    if (datasets.length === 0) throw new RangeError('ConcatDataset: expects at least one dataset, got none')
    this.datasets = datasets.map(asDataset)
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

  toString(): string {
    return `ConcatDataset(${counted(this.length, 'sample')} of ${counted(this.datasets.length, 'dataset')})`
  }

  private lengthOf(part: number): number {
    return (this.datasets[part] as Dataset<Sample>).length
  }
}
