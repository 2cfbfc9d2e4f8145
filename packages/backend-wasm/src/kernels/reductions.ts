import { jsKernels, type Kernels } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { alongLast, splitAt } from './along'
import { addressOf, isDense } from './operands'
import type { WasmExports } from './wasm-exports'

/** Kernels that reduce dimensions of dense tensors. */
export function reductionKernels(wasm: WasmExports, pool: Pool): Pick<Kernels, 'reduce' | 'argReduce'> {
  return {
    reduce(name, x, dims, out) {
      const split = isDense(x) && out.dtype === 'float32' ? splitAt(x, dims) : null
      if (split === null) return jsKernels.reduce(name, x, dims, out)
      const [before, reduced, behind] = split
      const isSum = name === 'sum'
      const isMax = name === 'max' && reduced > 0
      if (isSum && behind === 1) wasm.sumDim1(addressOf(pool, x), addressOf(pool, out), before, reduced)
      else if (isSum && before === 1) wasm.sumDim0(addressOf(pool, x), addressOf(pool, out), reduced, behind)
      else if (isMax && behind === 1) wasm.maxDim1(addressOf(pool, x), addressOf(pool, out), before, reduced)
      else jsKernels.reduce(name, x, dims, out)
    },

    argReduce(name, x, dim, out) {
      const size = name === 'argmax' && isDense(x) ? alongLast(x, dim) : null
      if (size === null) return jsKernels.argReduce(name, x, dim, out)
      wasm.argmaxDim1(addressOf(pool, x), addressOf(pool, out, 8), ...size)
    },
  }
}
