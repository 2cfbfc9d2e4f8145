import { jsKernels, type Kernels, numelOf } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { addressOf, isDense } from './operands'
import type { WasmExports } from './wasm-exports'

/** Steps of the optimizers, in place. */
export function optimizerKernels(wasm: WasmExports, pool: Pool): Pick<Kernels, 'sgdStep' | 'adamStep'> {
  return {
    sgdStep(param, grad, buffer, first, settings) {
      if (![param, grad, buffer ?? param].every(isDense)) return jsKernels.sgdStep(param, grad, buffer, first, settings)
      const { lr, momentum, dampening, weightDecay, nesterov, maximize } = settings
      const b = buffer === null ? 0 : addressOf(pool, buffer)
      const g = addressOf(pool, grad)
      const flags = [Number(nesterov), Number(maximize), Number(first)] as const
      wasm.sgd(addressOf(pool, param), g, b, numelOf(param.shape), lr, momentum, dampening, weightDecay, ...flags)
    },

    adamStep(param, grad, expAvg, expAvgSq, maxExpAvgSq, settings) {
      if (![param, grad, expAvg, expAvgSq, maxExpAvgSq ?? param].every(isDense)) {
        return jsKernels.adamStep(param, grad, expAvg, expAvgSq, maxExpAvgSq, settings)
      }
      const { lr, beta1, beta2, eps, weightDecay, decoupled, maximize, step } = settings
      const p = addressOf(pool, param)
      const g = addressOf(pool, grad)
      const mean = addressOf(pool, expAvg)
      const square = addressOf(pool, expAvgSq)
      const largest = maxExpAvgSq === null ? 0 : addressOf(pool, maxExpAvgSq)
      const flags = [Number(decoupled), Number(maximize)] as const
      wasm.adam(p, g, mean, square, largest, numelOf(param.shape), lr, beta1, beta2, eps, weightDecay, ...flags, step)
    },
  }
}
