import { jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import type { Dense } from './dense'
import { addressOf } from './operands'

const NANOSECONDS_PER_ELEMENT = 2

type Name = 'softmax' | 'logSoftmax' | 'softmaxBackward' | 'logSoftmaxBackward'

/** Softmax and its gradient. */
export function softmaxKernels(
  parallel: Parallel,
  pool: Pool,
  dense: Dense,
): Pick<Kernels, 'softmax' | 'softmaxBackward'> {
  /** Computes each row of the last dimension of `out` from those of the operands. */
  function alongRows(name: Name, operands: readonly Strided[], out: Strided): void {
    const n = out.shape[out.shape.length - 1] ?? 1
    const m = n === 0 ? 0 : numelOf(out.shape) / n
    const addresses = [...operands, out].map((x) => addressOf(pool, x))
    parallel.split(name, { count: m, nanoseconds: n * NANOSECONDS_PER_ELEMENT }, (first, count) => [
      ...addresses.map((at) => at + 4 * first * n),
      ...[count, n],
    ])
  }

  return {
    softmax(log, x, dim, out) {
      if (x.dtype !== 'float32') return jsKernels.softmax(log, x, dim, out)
      const name = log ? 'logSoftmax' : 'softmax'
      dense.read(withLast(x, dim), (from) =>
        dense.write(withLast(out, dim), (to) => {
          alongRows(name, [from], to)
        }),
      )
    },

    softmaxBackward(log, grad, y, dim, out) {
      if (y.dtype !== 'float32') return jsKernels.softmaxBackward(log, grad, y, dim, out)
      const name = log ? 'logSoftmaxBackward' : 'softmaxBackward'
      dense.read(withLast(grad, dim), (g) =>
        dense.read(withLast(y, dim), (from) =>
          dense.write(withLast(out, dim), (to) => {
            alongRows(name, [g, from], to)
          }),
        ),
      )
    },
  }
}

/** x with a dimension moved behind the others. */
function withLast(x: Strided, dim: number): Strided {
  if (dim >= x.shape.length - 1) return x
  const { storage, dtype, offset } = x
  const moved = (list: readonly number[]): number[] => [
    ...list.slice(0, dim),
    ...list.slice(dim + 1),
    ...list.slice(dim, dim + 1),
  ]
  return { storage, dtype, shape: moved(x.shape), strides: moved(x.strides), offset }
}
