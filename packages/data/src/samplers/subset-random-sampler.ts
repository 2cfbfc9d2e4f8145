import { defaultGenerator, type Generator } from '@nn/tensor'
import { permutation } from './permutation'
import type { Sampler } from './sampler'

/**
 * Given indices in random order.
 *
 * @example
 * Array.from(new SubsetRandomSampler([10, 20, 30])).length // 3
 * @see torch.utils.data.SubsetRandomSampler
 */
export class SubsetRandomSampler implements Sampler {
  readonly indices: readonly number[]
  readonly generator: Generator

  constructor(indices: readonly number[], { generator = defaultGenerator }: { generator?: Generator } = {}) {
    this.indices = indices
    this.generator = generator
  }

  get length(): number {
    return this.indices.length
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (const place of permutation(this.length, this.generator)) yield this.indices[place] as number
  }
}
