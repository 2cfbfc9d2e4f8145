import type { Tensor } from '@nn/tensor'
import { conv3d } from '../../functional/convolution/conv3d'
import type { ConvolutionOptions } from '../../functional/convolution/convolve'
import type { PerDimension } from '../../functional/per-dimension'
import { type ConvArgs, ConvLayer } from './conv-layer'

/**
 * A convolution over volumes: each output channel has a kernel that slides over all input channels of its group. Weight
 * and bias start uniform between -1/√k and 1/√k, k being the inputs of an output.
 *
 * $$ y_o = b_o + \sum_c w_{o,c} \star x_c $$
 *
 * Inputs have the shape [N, inChannels, D, H, W] or [inChannels, D, H, W], outputs [N, outChannels, (D + 2 padding -
 * dilation (kernelDepth - 1) - 1) / stride + 1, ...], rounded down.
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param kernelSize the kernel's size
 * @throws RangeError for sizes, strides, paddings, dilations or groups that are none.
 * @throws ShapeError in `forward`, for an input of another number of channels, or one that is too small.
 * @example
 * const layer = new Conv3d(1, 4, 3, { padding: 1 })
 * layer.forward(randn([2, 1, 6, 8, 8])).shape // [2, 4, 6, 8, 8]
 * @see torch.nn.Conv3d
 */
export class Conv3d extends ConvLayer {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDimension, ...args: ConvArgs) {
    super(3, inChannels, outChannels, kernelSize, args)
  }

  protected override convolve(input: Tensor, weight: Tensor, bias: Tensor | null, options: ConvolutionOptions): Tensor {
    return conv3d(input, weight, bias, options)
  }
}
