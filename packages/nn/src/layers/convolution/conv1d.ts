import type { Tensor } from '@nn/tensor'
import { conv1d } from '../../functional/convolution/conv1d'
import type { ConvolutionOptions } from '../../functional/convolution/convolve'
import type { PerDimension } from '../../functional/per-dimension'
import { type ConvArgs, ConvLayer } from './conv-layer'

/**
 * A convolution along sequences: each output channel has a kernel that slides over all input channels of its group.
 * Weight and bias start uniform between -1/√k and 1/√k, k being the inputs of an output.
 *
 * $$ y_o = b_o + \sum_c w_{o,c} \star x_c $$
 *
 * Inputs have the shape [N, inChannels, L] or [inChannels, L], outputs [N, outChannels, (L + 2 padding - dilation
 * (kernelSize - 1) - 1) / stride + 1], rounded down.
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param kernelSize the kernel's size
 * @throws RangeError for sizes, strides, paddings, dilations or groups that are none.
 * @throws ShapeError in `forward`, for an input of another number of channels, or one that is too small.
 * @example
 * const layer = new Conv1d(16, 33, 3, { stride: 2 })
 * layer.forward(randn([20, 16, 50])).shape // [20, 33, 24]
 * @see torch.nn.Conv1d
 */
export class Conv1d extends ConvLayer {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDimension, ...args: ConvArgs) {
    super(1, inChannels, outChannels, kernelSize, args)
  }

  protected override convolve(input: Tensor, weight: Tensor, bias: Tensor | null, options: ConvolutionOptions): Tensor {
    return conv1d(input, weight, bias, options)
  }
}
