import {
  argsort,
  type BucketizeOptions,
  bucketize,
  kthvalue,
  median,
  msort,
  type SearchsortedOptions,
  type SortOptions,
  searchsorted,
  sort,
  Tensor,
  topk,
  unique,
} from '@nn/tensor'
import type { Call } from '../call'
import type { Adapters } from './adapter'
import { picked } from './picked'

const dim = (c: Call, index = 1): number => c.number(index, 'dim', -1)
// Ours are stable always.
const descending = (c: Call): SortOptions => c.options({ descending: ['descending', 2] })

/** A tensor, or a number for a 0-d one. */
function values(c: Call, index: number): Tensor | number {
  const value = c.operand(index)
  return value instanceof Tensor ? value : Number(value)
}

/** Orders, and places in them. */
export const sorting: Adapters = {
  sort: (c) => picked(sort(c.tensor(0), dim(c), descending(c))),
  argsort: (c) => argsort(c.tensor(0), dim(c), descending(c)),
  msort: (c) => msort(c.tensor(0)),
  topk: (c) =>
    picked(
      topk(c.tensor(0), c.number(1, 'k'), dim(c, 2), {
        largest: c.flag(3, 'largest', true),
        sorted: c.flag(4, 'sorted', true),
      }),
    ),
  kthvalue: (c) => picked(kthvalue(c.tensor(0), c.number(1, 'k'), dim(c, 2), c.options({ keepdim: ['keepdim', 3] }))),
  median: (c) =>
    c.has(1, 'dim') ? picked(median(c.tensor(0), dim(c), c.options({ keepdim: ['keepdim', 2] }))) : median(c.tensor(0)),
  searchsorted: (c) =>
    searchsorted(
      c.tensor(0),
      values(c, 1),
      c.options<SearchsortedOptions>({
        outInt32: ['out_int32', -1],
        right: ['right', -1],
        side: ['side', -1],
        sorter: ['sorter', -1],
      }),
    ),
  bucketize: (c) =>
    bucketize(
      values(c, 0),
      c.tensor(1, 'boundaries'),
      c.options<BucketizeOptions>({ outInt32: ['out_int32', -1], right: ['right', -1] }),
    ),
  unique(c) {
    const [returnInverse, returnCounts] = [c.flag(-1, 'return_inverse'), c.flag(-1, 'return_counts')]
    const found = unique(c.tensor(0), { returnInverse, returnCounts, ...c.options({ dim: ['dim', -1] }) })
    if (found instanceof Tensor) return found
    return [found.values, ...(returnInverse ? [found.inverse] : []), ...(returnCounts ? [found.counts] : [])]
  },
}
