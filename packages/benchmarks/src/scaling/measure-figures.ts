import { ones, scope } from '@nn/tensor'
import { bestSeconds } from '../matmul/best-seconds'
import { productSpeed } from '../matmul/product-speed'
import type { MachineFigures } from './cost-model'

const SIZES = [32, 64, 128, 256, 512, 1024]
/** 64 MB, which no cache holds. */
const LARGE = 2 ** 24
const SMALL_CALLS = 100
/** Seconds for each figure: enough for the engine to compile and for a quiet moment. */
const BUDGET = 0.2

/** What the cost model needs to know of this machine. */
export function measureFigures(): MachineFigures {
  return {
    matmul: SIZES.map((size) => ({ size, speed: squareSpeed(size) })),
    bandwidth: bandwidth(),
    overhead: overhead(),
  }
}

function squareSpeed(size: number): number {
  return productSpeed({ name: '', m: size, k: size, n: size, transposeA: false, transposeB: false }, BUDGET)
}

/** An in-place sum reads two tensors and writes one, as the update of a parameter does. */
function bandwidth(): number {
  return scope(() => {
    const [x, y] = [ones([LARGE]), ones([LARGE])]
    return (3 * 4 * LARGE) / bestSeconds(() => x.add_(y), BUDGET)
  })
}

function overhead(): number {
  return scope(() => {
    const x = ones([1])
    const some = (): void => {
      for (let call = 0; call < SMALL_CALLS; call++) x.add(x)
    }
    return bestSeconds(() => scope(some), BUDGET) / SMALL_CALLS
  })
}
