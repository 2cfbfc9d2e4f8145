import { CONVOLUTION_SCRATCH_BYTES } from './convolution/scratch'
import { PANELS_SCRATCH_BYTES } from './matmul/panels'

/** Bytes of the region that any kernel needs as its scratch, whatever the sizes. */
export function scratchBytes(): usize {
  return max(PANELS_SCRATCH_BYTES, CONVOLUTION_SCRATCH_BYTES)
}
