import { jsKernels, type Kernels } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { elementwiseKernels } from './elementwise'
import { gatheringKernels } from './gathering'
import { matmulKernels } from './matmul'
import { optimizerKernels } from './optimizers'
import { reductionKernels } from './reductions'
import { softmaxKernels } from './softmax'
import type { WasmExports } from './wasm-exports'

/**
 * The kernels of the WebAssembly module for float32 tensors whose memory order they know. For everything else the
 * JavaScript kernels run on views of the same memory.
 *
 * @param scratch address of the working memory of matmul
 */
export function wasmKernels(wasm: WasmExports, pool: Pool, scratch: number): Kernels {
  return {
    ...jsKernels,
    ...elementwiseKernels(wasm, pool),
    ...reductionKernels(wasm, pool),
    ...softmaxKernels(wasm, pool),
    ...matmulKernels(wasm, pool, scratch),
    ...gatheringKernels(wasm, pool),
    ...optimizerKernels(wasm, pool),
  }
}
