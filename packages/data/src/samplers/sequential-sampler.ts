import type { Sampler } from './sampler'

/**
 * The indices of a dataset from the first to the last.
 *
 * @example
 * Array.from(new SequentialSampler({ length: 3 })) // [0, 1, 2]
 * @see torch.utils.data.SequentialSampler
 */
export class SequentialSampler implements Sampler {
  readonly dataSource: { readonly length: number }

  constructor(dataSource: { readonly length: number }) {
    this.dataSource = dataSource
  }

  get length(): number {
    return this.dataSource.length
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (let i = 0; i < this.length; i++) yield i
  }
}
