import { jsKernels, type Kernels } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { alongLast } from './along'
import { addressOf, isDense } from './operands'
import type { WasmExports } from './wasm-exports'

/** Softmax along the last dimension, and its gradient. */
export function softmaxKernels(wasm: WasmExports, pool: Pool): Pick<Kernels, 'softmax' | 'softmaxBackward'> {
  return {
    softmax(log, x, dim, out) {
      const size = isDense(x) && isDense(out) ? alongLast(x, dim) : null
      if (size === null) return jsKernels.softmax(log, x, dim, out)
      wasm[log ? 'logSoftmax' : 'softmax'](addressOf(pool, x), addressOf(pool, out), ...size)
    },

    softmaxBackward(log, grad, y, dim, out) {
      const size = isDense(grad) && isDense(y) ? alongLast(y, dim) : null
      if (size === null) return jsKernels.softmaxBackward(log, grad, y, dim, out)
      const [g, from] = [addressOf(pool, grad), addressOf(pool, y)]
      wasm[log ? 'logSoftmaxBackward' : 'softmaxBackward'](g, from, addressOf(pool, out), ...size)
    },
  }
}
