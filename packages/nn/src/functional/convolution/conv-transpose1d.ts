import type { Tensor } from '@nn/tensor'
import { convolveTransposed, type TransposedConvolutionArgs } from './convolve'

/**
 * A transposed convolution along a sequence: every input adds the kernel, times itself, to its window of the output. It
 * is what the gradient of `conv1d` does to the input.
 *
 * @param input shape [N, inChannels, L] or [inChannels, L]
 * @param weight shape [inChannels, outChannels / groups, kernelSize]
 * @returns shape [N, outChannels, (L - 1) stride - 2 padding + dilation (kernelSize - 1) + outputPadding + 1]
 * @throws ShapeError where the shapes do not belong together, or nothing is left of the output.
 * @throws RangeError for strides, paddings, dilations or groups that are none, and for an output padding that is not
 * below the stride or the dilation.
 * @throws DTypeError for bool, and for different dtypes.
 * @example
 * functional.convTranspose1d(tensor([[1.5, 2.0]]), tensor([[[1.0, -0.5]]])) // tensor([[ 1.5000,  1.2500, -1.0000]])
 * @see torch.nn.functional.conv_transpose1d
 */
export function convTranspose1d(input: Tensor, weight: Tensor, ...args: TransposedConvolutionArgs): Tensor {
  return convolveTransposed('convTranspose1d', 1, input, weight, args)
}
