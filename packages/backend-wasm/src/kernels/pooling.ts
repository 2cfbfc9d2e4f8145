import type { ExtraKernels, Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { addressOf, isDense } from './operands'
import { WindowLists } from './window-lists'

type PoolingKernels = Pick<ExtraKernels, 'poolArgmax' | 'poolSum' | 'poolSpread'>
type Triple = readonly [planes: number, height: number, width: number]

const NANOSECONDS_PER_ELEMENT = 1

/** Pools of dense planes, and back. */
export function poolingKernels(parallel: Parallel, pool: Pool, inJs: ExtraKernels): PoolingKernels {
  const lists = new WindowLists(pool)

  /** From planes to planes, in parts of some planes; `image` has the size that the windows slide over. */
  function run(
    kernel: keyof PoolingKernels,
    x: Strided,
    image: Strided,
    windows: number[],
    out: Strided,
    bytes = 4,
  ): void {
    const [planes, height, width] = image.shape as Triple
    const [xSize, outSize] = [sizeOfPlane(x), sizeOfPlane(out)]
    const from = addressOf(pool, x)
    const to = addressOf(pool, out, bytes)
    const work = { count: planes, nanoseconds: height * width * NANOSECONDS_PER_ELEMENT }
    parallel.split(kernel, work, (first, count) => [
      ...[from + 4 * first * xSize, count, height, width, ...windows, to + bytes * first * outSize],
    ])
  }

  return {
    poolArgmax(x, rows, cols, out) {
      if (!isDense(x)) return inJs.poolArgmax(x, rows, cols, out)
      run('poolArgmax', x, x, lists.write(rows, cols), out, 8)
    },

    poolSum(x, rows, cols, out) {
      if (!isDense(x) || !isDense(out)) return inJs.poolSum(x, rows, cols, out)
      run('poolSum', x, x, lists.write(rows, cols), out)
    },

    poolSpread(grad, rows, cols, out) {
      if (!isDense(grad) || !isDense(out)) return inJs.poolSpread(grad, rows, cols, out)
      run('poolSpread', grad, out, lists.write(rows, cols), out)
    },
  }
}

function sizeOfPlane({ shape }: Strided): number {
  const [, height, width] = shape as Triple
  return height * width
}
