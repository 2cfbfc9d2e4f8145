import type { Tensor } from '@nn/tensor'
import { convolveTransposed, type TransposedConvolutionArgs } from './convolve'

/**
 * A transposed convolution over volumes: every input adds the kernel, times itself, to its window of the output. It is
 * what the gradient of `conv3d` does to the input.
 *
 * @param input shape [N, inChannels, D, H, W] or [inChannels, D, H, W]
 * @param weight shape [inChannels, outChannels / groups, kernelDepth, kernelHeight, kernelWidth]
 * @returns shape [N, outChannels, (D - 1) stride - 2 padding + dilation (kernelDepth - 1) + outputPadding + 1, ...]
 * @throws ShapeError where the shapes do not belong together, or nothing is left of the output.
 * @throws RangeError for strides, paddings, dilations or groups that are none, and for an output padding that is not
 * below the stride or the dilation.
 * @throws DTypeError for bool, and for different dtypes.
 * @example
 * functional.convTranspose3d(ones([1, 4, 3, 4, 4]), ones([4, 2, 2, 2, 2]), null, { stride: 2 }).shape // [1, 2, 6, 8, 8]
 * @see torch.nn.functional.conv_transpose3d
 */
export function convTranspose3d(input: Tensor, weight: Tensor, ...args: TransposedConvolutionArgs): Tensor {
  return convolveTransposed('convTranspose3d', 3, input, weight, args)
}
