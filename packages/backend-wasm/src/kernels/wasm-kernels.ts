import { type ExtraKernels, extraKernelsInUse, jsKernels, type Kernels } from '@nn/tensor'
import type { Family } from '../families/family'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { denseCopies } from './dense'
import { elementwiseKernels } from './elementwise'
import { gatheringKernels } from './gathering'
import { matmulKernels } from './matmul'
import { nllLossKernels } from './nll-loss'
import { pickingKernels } from './picking'
import { reductionKernels } from './reductions'
import { sgdKernel } from './sgd'
import { softmaxKernels } from './softmax'

/**
 * The kernels of the WebAssembly modules for float32 tensors whose memory order they know. For everything else the
 * JavaScript kernels run on views of the same memory.
 */
export function wasmKernels(parallel: Parallel, pool: Pool, families: readonly Family[]): Kernels {
  // A family is there because the program has an op that brings its kernels along.
  const inJs = extraKernelsInUse() as ExtraKernels
  const elementwise = elementwiseKernels(parallel, pool)
  const dense = denseCopies(pool, elementwise.copy)
  return {
    ...jsKernels,
    ...elementwise,
    ...reductionKernels(parallel, pool, dense),
    ...softmaxKernels(parallel, pool, dense),
    ...matmulKernels(parallel, pool),
    ...gatheringKernels(parallel, pool),
    ...pickingKernels(parallel, pool),
    ...nllLossKernels(parallel, pool),
    ...sgdKernel(parallel, pool),
    ...Object.assign({}, ...families.map((family) => family.kernels(parallel, pool, inJs))),
  }
}
