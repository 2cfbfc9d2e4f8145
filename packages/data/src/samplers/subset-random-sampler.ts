import { type Args, defaultGenerator, type Generator, kinds, signature } from '@nn/tensor'
import { generator } from '../argument-kinds'
import { counted, showInNode } from '../show-in-node'
import { permutation } from './permutation'
import type { Sampler } from './sampler'

export interface SubsetRandomSamplerOptions {
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

const takes = signature('SubsetRandomSampler', { indices: kinds.integers }, { generator })

/**
 * Given indices in random order.
 *
 * @example
 * Array.from(new SubsetRandomSampler([10, 20, 30])).length // 3
 * @see torch.utils.data.SubsetRandomSampler
 */
export class SubsetRandomSampler implements Sampler {
  static {
    showInNode(SubsetRandomSampler.prototype)
  }

  readonly indices: readonly number[]
  readonly generator: Generator

  constructor(indices: readonly number[], ...args: Args<SubsetRandomSamplerOptions, ['generator']>) {
    const { generator = defaultGenerator } = takes([indices], args)
    this.indices = indices
    this.generator = generator
  }

  get length(): number {
    return this.indices.length
  }

  toString(): string {
    return `SubsetRandomSampler(${counted(this.length, 'sample')})`
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (const place of permutation(this.length, this.generator)) yield this.indices[place] as number
  }
}
