import { type ExtraKernels, extraKernelsInUse, jsKernels, type Kernels } from '@nn/tensor'
import type { Family } from '../families/family'
import { OutOfMemory } from '../memory/out-of-memory'
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
  const own: Partial<Kernels> = {
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
  const pinning = Object.entries(own).map(([name, kernel]) => [
    name,
    pinningOperands(pool, kernel as AnyKernel, Reflect.get({ ...jsKernels, ...inJs }, name) as AnyKernel),
  ])
  return { ...jsKernels, ...Object.fromEntries(pinning) }
}

type AnyKernel = (...args: readonly unknown[]) => unknown

/** Keeps operands in place while a kernel runs; those that do not fit into WebAssembly memory together are computed in JavaScript. */
function pinningOperands(pool: Pool, kernel: AnyKernel, inJs: AnyKernel): AnyKernel {
  return (...args) => {
    pool.beginKernel()
    try {
      return kernel(...args)
    } catch (error) {
      if (!(error instanceof OutOfMemory)) throw error
      return inJs(...args)
    } finally {
      pool.endKernel()
    }
  }
}
