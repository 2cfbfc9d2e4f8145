import {
  all,
  amax,
  amin,
  aminmax,
  any,
  argmax,
  argmin,
  countNonzero,
  type Dims,
  logSoftmax,
  logsumexp,
  max,
  mean,
  min,
  nanmean,
  nansum,
  type Picked,
  prod,
  type ReductionOptions,
  type SoftmaxOptions,
  type SumOptions,
  softmax,
  sum,
  Tensor,
} from '@nn/tensor'
import type { Call } from '../call'
import type { Adapter, Adapters } from './adapter'
import { picked } from './picked'

const keepdim = (c: Call): ReductionOptions => c.options({ keepdim: ['keepdim', 2] })
const keepdimAndDtype = (c: Call): SumOptions => c.options({ keepdim: ['keepdim', 2], dtype: ['dtype', 3] })
const dimOrNull = (c: Call): number | null => (c.value(1, 'dim') === undefined ? null : c.number(1, 'dim'))

const overDims =
  (f: (x: Tensor, dim: Dims, options: ReductionOptions) => Tensor): Adapter =>
  (c) =>
    f(c.tensor(0), c.dims(1), keepdim(c))

const summed =
  (f: (x: Tensor, dim: Dims | undefined, options: SumOptions) => Tensor): Adapter =>
  (c) =>
    f(c.tensor(0), c.has(1, 'dim') ? c.dims(1) : undefined, keepdimAndDtype(c))

/** `max` and `min` have three forms: of all elements, along a dimension, and of two tensors. */
const extreme =
  (f: (x: Tensor, dim?: number | Tensor, options?: ReductionOptions) => Tensor | Picked): Adapter =>
  (c) => {
    const isPair = c.value(1, 'other') instanceof Tensor
    if (isPair) return f(c.tensor(0), c.tensor(1, 'other'))
    const result = c.has(1, 'dim') ? f(c.tensor(0), c.number(1, 'dim'), keepdim(c)) : f(c.tensor(0))
    return result instanceof Tensor ? result : picked(result)
  }

/** Many elements to one. */
export const reductions: Adapters = {
  sum: summed(sum),
  mean: summed(mean),
  nansum: summed(nansum),
  nanmean: summed(nanmean),
  prod: (c) => prod(c.tensor(0), dimOrNull(c), keepdimAndDtype(c)),
  amax: overDims(amax),
  amin: overDims(amin),
  all: overDims(all),
  any: overDims(any),
  logsumexp: overDims(logsumexp),
  max: extreme(max),
  min: extreme(min),
  argmax: (c) => argmax(c.tensor(0), dimOrNull(c), keepdim(c)),
  argmin: (c) => argmin(c.tensor(0), dimOrNull(c), keepdim(c)),
  count_nonzero: (c) => countNonzero(c.tensor(0), c.dims(1)),
  aminmax(c) {
    const extremes = aminmax(c.tensor(0), c.options({ dim: ['dim', 1], keepdim: ['keepdim', 2] }))
    return [extremes.min, extremes.max]
  },
  softmax: (c) => softmax(c.tensor(0), c.number(1, 'dim'), c.options<SoftmaxOptions>({ dtype: ['dtype', 2] })),
  log_softmax: (c) => logSoftmax(c.tensor(0), c.number(1, 'dim'), c.options<SoftmaxOptions>({ dtype: ['dtype', 2] })),
}
