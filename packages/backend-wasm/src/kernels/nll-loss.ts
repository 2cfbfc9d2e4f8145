import { isContiguous, jsKernels, type Kernels, type NllSettings, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { addressOf, isDense } from './operands'

/** The negative log-likelihood of classes without weights, and its gradient. */
export function nllLossKernels(parallel: Parallel, pool: Pool): Pick<Kernels, 'nllLoss' | 'nllLossBackward'> {
  return {
    nllLoss(x, target, weight, settings, out) {
      const size = weight === null ? sizeOf(x, target, settings) : null
      if (size === null) return jsKernels.nllLoss(x, target, weight, settings, out)
      const [from, labels, to] = [addressOf(pool, x), addressOf(pool, target, 8), addressOf(pool, out)]
      const isMean = Number(settings.reduction === 'mean')
      const total = parallel.run('nllLoss', from, ...size, labels, settings.ignoreIndex, isMean, to) as number
      // The JavaScript kernel refuses what is out of range.
      return Number.isNaN(total) ? jsKernels.nllLoss(x, target, weight, settings, out) : total
    },

    nllLossBackward(grad, target, weight, settings, total, out) {
      const size = weight === null && isDense(grad) ? sizeOf(out, target, settings) : null
      if (size === null) return jsKernels.nllLossBackward(grad, target, weight, settings, total, out)
      const [g, labels, to] = [addressOf(pool, grad), addressOf(pool, target, 8), addressOf(pool, out)]
      const share = settings.reduction === 'mean' ? 1 / total : 1
      parallel.run('nllLossBackward', g, labels, ...size, settings.ignoreIndex, share, to)
    },
  }
}

/** Samples and classes where the loss is one number, and a sample has one place. */
function sizeOf(x: Strided, target: Strided, { reduction }: NllSettings): [samples: number, classes: number] | null {
  const [samples, classes, places] = x.shape as [number, number, number]
  const isPlain = places === 1 && reduction !== 'none' && target.dtype === 'int64' && isDense(x)
  return isPlain && isContiguous(target.shape, target.strides) ? [samples, classes] : null
}
