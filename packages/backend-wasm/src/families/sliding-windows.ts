import { slidingWindowsModule } from '../generated/sliding-windows-module'
import { convolutionKernels } from '../kernels/convolution'
import { poolingKernels } from '../kernels/pooling'
import type { Family } from './family'

/** Convolutions and pools. */
export const slidingWindows: Family = {
  module: slidingWindowsModule,
  kernels: (parallel, pool, inJs) => ({
    ...convolutionKernels(parallel, pool, inJs),
    ...poolingKernels(parallel, pool, inJs),
  }),
}
