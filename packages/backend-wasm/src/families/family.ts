import type { ExtraKernels } from '@nn/tensor'
import type { EmbeddedModule } from '../load-module'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'

/** Kernels that only some programs need, with the WebAssembly module that they call. */
export interface Family {
  readonly module: EmbeddedModule
  /** @param inJs what computes operands that the module does not know */
  kernels(parallel: Parallel, pool: Pool, inJs: ExtraKernels): Partial<ExtraKernels>
}
