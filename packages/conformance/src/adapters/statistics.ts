import {
  bincount,
  cdist,
  type Dims,
  dist,
  linalg,
  type NormOptions,
  norm,
  std,
  stdMean,
  type Tensor,
  type VarianceOptions,
  var as variance,
  varMean,
} from '@nn/tensor'
import type { Call } from '../call'
import type { Adapters } from './adapter'

/** `var(x, unbiased)`, `var(x, dim, unbiased, keepdim)`, or `correction` by name. */
function spread<T>(c: Call, f: (x: Tensor, dim: Dims, options: VarianceOptions) => T): T {
  const isDimLeftOut = typeof c.value(1, 'dim') === 'boolean'
  const options = c.options<VarianceOptions>({
    correction: ['correction', -1],
    unbiased: ['unbiased', isDimLeftOut ? 1 : 2],
    keepdim: ['keepdim', 3],
  })
  return f(c.tensor(0), isDimLeftOut ? null : c.dims(1), options)
}

const order = (c: Call, index: number, name: string): number | 'fro' | 'nuc' => {
  const value = c.value(index, name)
  if (typeof value === 'string') return value as 'fro' | 'nuc'
  return value === undefined || value === null ? 'fro' : c.number(index, name)
}

/** Spread, size and distance. */
export const statistics: Adapters = {
  var: (c) => spread(c, variance),
  std: (c) => spread(c, std),
  var_mean: (c) => Object.values(spread(c, varMean)),
  std_mean: (c) => Object.values(spread(c, stdMean)),
  norm: (c) =>
    norm(
      c.tensor(0),
      order(c, 1, 'p'),
      c.dims(2),
      c.options<NormOptions>({ keepdim: ['keepdim', 3], dtype: ['dtype', -1] }),
    ),
  'linalg.vector_norm': (c) =>
    linalg.vectorNorm(
      c.tensor(0),
      c.number(1, 'ord', 2),
      c.dims(2),
      c.options<NormOptions>({ keepdim: ['keepdim', 3], dtype: ['dtype', -1] }),
    ),
  dist: (c) => dist(c.tensor(0), c.tensor(1), c.number(2, 'p', 2)),
  cdist: (c) => cdist(c.tensor(0), c.tensor(1), c.number(2, 'p', 2)),
  bincount: (c) =>
    bincount(c.tensor(0), { weights: c.tensorOrNull(1, 'weights'), minlength: c.number(2, 'minlength', 0) }),
}
