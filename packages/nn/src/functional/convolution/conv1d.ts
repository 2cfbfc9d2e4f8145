import type { Tensor } from '@nn/tensor'
import { type ConvolutionArgs, convolve } from './convolve'

/**
 * A convolution along a sequence (as everywhere in deep learning a cross-correlation): every output is the sum of a
 * window of the input, over all channels of its group, times a kernel, plus a bias.
 *
 * $$ y_{o,l} = b_o + \sum_c \sum_k w_{o,c,k} \, x_{c,\, s l + d k - p} $$
 *
 * @param input shape [N, inChannels, L] or [inChannels, L]
 * @param weight shape [outChannels, inChannels / groups, kernelSize]
 * @returns shape [N, outChannels, (L + 2 padding - dilation (kernelSize - 1) - 1) / stride + 1], rounded down
 * @throws ShapeError where the shapes do not belong together, or the kernel is larger than the padded input.
 * @throws RangeError for strides, paddings, dilations or groups that are none.
 * @throws DTypeError for bool, and for different dtypes.
 * @example
 * functional.conv1d(tensor([[1.0, 2.0, 4.5]]), tensor([[[1.0, -0.5]]])) // tensor([[ 0.0000, -0.2500]])
 * @see torch.nn.functional.conv1d
 */
export function conv1d(input: Tensor, weight: Tensor, ...args: ConvolutionArgs): Tensor {
  return convolve('conv1d', 1, input, weight, args)
}
