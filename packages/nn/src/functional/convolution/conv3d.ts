import type { Tensor } from '@nn/tensor'
import { type ConvolutionArgs, convolve } from './convolve'

/**
 * A convolution over volumes (as everywhere in deep learning a cross-correlation): every output is the sum of a window
 * of the input, over all channels of its group, times a kernel, plus a bias.
 *
 * $$ y_{o,h,i,j} = b_o + \sum_c \sum_{m,k,l} w_{o,c,m,k,l} \, x_{c,\, s h + d m - p,\, s i + d k - p,\, s j + d l - p} $$
 *
 * @param input shape [N, inChannels, D, H, W] or [inChannels, D, H, W]
 * @param weight shape [outChannels, inChannels / groups, kernelDepth, kernelHeight, kernelWidth]
 * @returns shape [N, outChannels, (D + 2 padding - dilation (kernelDepth - 1) - 1) / stride + 1, ...], rounded down
 * @throws ShapeError where the shapes do not belong together, or the kernel is larger than the padded input.
 * @throws RangeError for strides, paddings, dilations or groups that are none.
 * @throws DTypeError for bool, and for different dtypes.
 * @example
 * functional.conv3d(ones([1, 3, 6, 8, 8]), ones([4, 3, 3, 3, 3]), zeros([4]), { padding: 1 }).shape // [1, 4, 6, 8, 8]
 * @see torch.nn.functional.conv3d
 */
export function conv3d(input: Tensor, weight: Tensor, ...args: ConvolutionArgs): Tensor {
  return convolve('conv3d', 3, input, weight, args)
}
