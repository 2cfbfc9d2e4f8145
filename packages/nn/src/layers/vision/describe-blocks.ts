import type { PerDimension } from '../../functional/per-dimension'
import type { SlidingBlocksOptions } from '../../functional/vision/sliding-blocks'
import { pythonNumbers } from '../../module/python-literal'

/** How blocks slide, as PyTorch prints it. */
export function describeBlocks(
  kernelSize: PerDimension,
  { dilation = 1, padding = 0, stride = 1 }: SlidingBlocksOptions,
): string {
  const [k, d, p, s] = [kernelSize, dilation, padding, stride].map(pythonNumbers)
  return `kernel_size=${k}, dilation=${d}, padding=${p}, stride=${s}`
}
