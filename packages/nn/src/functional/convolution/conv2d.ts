import type { Tensor } from '@nn/tensor'
import { type ConvolutionArgs, convolve } from './convolve'

/**
 * A convolution over images (as everywhere in deep learning a cross-correlation): every output is the sum of a window
 * of the input, over all channels of its group, times a kernel, plus a bias.
 *
 * $$ y_{o,i,j} = b_o + \sum_c \sum_{k,l} w_{o,c,k,l} \, x_{c,\, s i + d k - p,\, s j + d l - p} $$
 *
 * @param input shape [N, inChannels, H, W] or [inChannels, H, W]
 * @param weight shape [outChannels, inChannels / groups, kernelHeight, kernelWidth]
 * @returns shape [N, outChannels, (H + 2 padding - dilation (kernelHeight - 1) - 1) / stride + 1, ...], rounded down
 * @throws ShapeError where the shapes do not belong together, or the kernel is larger than the padded input.
 * @throws RangeError for strides, paddings, dilations or groups that are none.
 * @throws DTypeError for bool, and for different dtypes.
 * @example
 * functional.conv2d(ones([1, 3, 28, 28]), ones([8, 3, 5, 5]), zeros([8]), { padding: 2 }).shape // [1, 8, 28, 28]
 * @see torch.nn.functional.conv2d
 */
export function conv2d(input: Tensor, weight: Tensor, ...args: ConvolutionArgs): Tensor {
  return convolve('conv2d', 2, input, weight, args)
}
