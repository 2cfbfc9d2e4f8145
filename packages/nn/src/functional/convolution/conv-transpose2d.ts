import type { Tensor } from '@nn/tensor'
import { convolveTransposed, type TransposedConvolutionArgs } from './convolve'

/**
 * A transposed convolution over images: every input adds the kernel, times itself, to its window of the output. It is
 * what the gradient of `conv2d` does to the input.
 *
 * @param input shape [N, inChannels, H, W] or [inChannels, H, W]
 * @param weight shape [inChannels, outChannels / groups, kernelHeight, kernelWidth]
 * @returns shape [N, outChannels, (H - 1) stride - 2 padding + dilation (kernelHeight - 1) + outputPadding + 1, ...]
 * @throws ShapeError where the shapes do not belong together, or nothing is left of the output.
 * @throws RangeError for strides, paddings, dilations or groups that are none, and for an output padding that is not
 * below the stride or the dilation.
 * @throws DTypeError for bool, and for different dtypes.
 * @example
 * functional.convTranspose2d(ones([1, 8, 14, 14]), ones([8, 3, 2, 2]), null, { stride: 2 }).shape // [1, 3, 28, 28]
 * @see torch.nn.functional.conv_transpose2d
 */
export function convTranspose2d(input: Tensor, weight: Tensor, ...args: TransposedConvolutionArgs): Tensor {
  return convolveTransposed('convTranspose2d', 2, input, weight, args)
}
