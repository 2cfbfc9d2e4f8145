import { cummax, cummin, cumprod, cumsum, diff, logcumsumexp, type ScanOptions, trapezoid } from '@nn/tensor'
import type { Call } from '../call'
import type { Adapters } from './adapter'
import { picked } from './picked'

const dim = (c: Call): number => c.number(1, 'dim')
const dtype = (c: Call): ScanOptions => c.options({ dtype: ['dtype', 2] })

/** Running totals along a dimension, and what is computed of neighbours. */
export const scans: Adapters = {
  cumsum: (c) => cumsum(c.tensor(0), dim(c), dtype(c)),
  cumprod: (c) => cumprod(c.tensor(0), dim(c), dtype(c)),
  cummax: (c) => picked(cummax(c.tensor(0), dim(c))),
  cummin: (c) => picked(cummin(c.tensor(0), dim(c))),
  logcumsumexp: (c) => logcumsumexp(c.tensor(0), dim(c)),
  diff: (c) =>
    diff(c.tensor(0), c.number(1, 'n', 1), c.number(2, 'dim', -1), {
      prepend: c.tensorOrNull(3, 'prepend'),
      append: c.tensorOrNull(4, 'append'),
    }),
  trapezoid: (c) =>
    trapezoid(c.tensor(0), c.tensorOrNull(1, 'x'), { dx: c.number(-1, 'dx', 1), dim: c.number(-1, 'dim', -1) }),
}
