import { adamModule } from '../generated/adam-module'
import { adamKernel } from '../kernels/adam'
import type { Family } from './family'

/** The step of Adam and AdamW. */
export const adam: Family = { module: adamModule, kernels: adamKernel }
