import type { ExtraKernels } from '../kernels/kernels'
import { type Backend, getBackend } from './backend'

const inUse: Partial<ExtraKernels> = {}

/**
 * Kernels that an op brings along, for backends that have none of their own. Call it where the op is defined: a backend
 * asks `extraKernelsInUse` which kernels the program can come to need.
 *
 * @returns the kernels of the backend that computes now
 */
export function extraKernels<Own extends Partial<ExtraKernels>>(inJs: Own): () => Own {
  Object.assign(inUse, inJs)
  let backend: Backend | null = null
  let kernels = inJs
  return () => {
    if (backend !== getBackend()) {
      backend = getBackend()
      kernels = { ...inJs, ...backend.kernels }
    }
    return kernels
  }
}

/** The extra kernels of the ops that are part of this program, in JavaScript. */
export function extraKernelsInUse(): Partial<ExtraKernels> {
  return inUse
}
