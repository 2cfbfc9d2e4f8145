import { signature } from '@nn/tensor'
import { sized } from '../argument-kinds'
import { counted, showInNode } from '../show-in-node'
import type { Sampler } from './sampler'

const takes = signature('SequentialSampler', { dataSource: sized })

/**
 * The indices of a dataset from the first to the last.
 *
 * @example
 * Array.from(new SequentialSampler({ length: 3 })) // [0, 1, 2]
 * @see torch.utils.data.SequentialSampler
 */
export class SequentialSampler implements Sampler {
  static {
    showInNode(SequentialSampler.prototype)
  }

  readonly dataSource: { readonly length: number }

  constructor(dataSource: { readonly length: number }, ...none: []) {
    takes([dataSource], none)
    this.dataSource = dataSource
  }

  get length(): number {
    return this.dataSource.length
  }

  toString(): string {
    return `SequentialSampler(${counted(this.length, 'sample')})`
  }

  *[Symbol.iterator](): IterableIterator<number> {
    for (let i = 0; i < this.length; i++) yield i
  }
}
