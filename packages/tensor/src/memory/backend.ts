import { otherCopy } from '../core/copies'
import type { DType } from '../core/dtype'
import { jsKernels } from '../kernels/js/index'
import type { Kernels } from '../kernels/kernels'
import { Storage } from './storage'

/** Something that holds elements and computes on them. */
export interface Backend {
  /** As the command line and `getBackend()` show it. */
  readonly name: string
  readonly kernels: Kernels
  /** A storage of `length` elements, not cleared. */
  allocate(dtype: DType, length: number): Storage
}

/** Plain JavaScript on typed arrays: complete, needs nothing, the default. */
export const jsBackend: Backend = {
  name: 'js',
  kernels: jsKernels,
  allocate: (dtype, length) => Storage.inArray(dtype, length),
}

let current: Backend = jsBackend
let hasWarned = false

/** The backend that computes now. */
export function getBackend(): Backend {
  return current
}

/**
 * Makes `backend` compute from now on. Tensors made before go on working.
 *
 * @example
 * setBackend(jsBackend)
 * getBackend().name // 'js'
 */
export function setBackend(backend: Backend): void {
  current = backend
  const other = otherCopy()
  if (other === undefined || hasWarned) return
  hasWarned = true
  console.warn(`setBackend: ${backend.name} computes for one of ${other}`)
}
