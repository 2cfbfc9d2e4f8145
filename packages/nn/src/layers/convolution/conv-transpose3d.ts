import type { Tensor } from '@nn/tensor'
import { convTranspose3d } from '../../functional/convolution/conv-transpose3d'
import type { PerDimension } from '../../functional/per-dimension'
import { type ConvTransposeArgs, type ConvTransposeForwardArgs, ConvTransposeLayer } from './conv-transpose-layer'

/**
 * A transposed convolution over volumes: each input adds the kernel, times itself, to its window of the output. It makes
 * larger what a convolution makes smaller. Weight and bias start uniform between -1/√k and 1/√k, k being the inputs of
 * an output.
 *
 * Inputs have the shape [N, inChannels, D, H, W] or [inChannels, D, H, W], outputs [N, outChannels, (D - 1) stride
 * - 2 padding + dilation (kernelDepth - 1) + outputPadding + 1, ...].
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param kernelSize the kernel's size
 * @throws RangeError for sizes, strides, paddings, dilations or groups that are none.
 * @throws ShapeError in `forward`, for an input of another number of channels.
 * @throws RangeError in `forward`, for an `outputSize` that does not lead to the input's.
 * @example
 * const layer = new ConvTranspose3d(4, 1, 2, { stride: 2 })
 * layer.forward(randn([2, 4, 3, 4, 4])).shape // [2, 1, 6, 8, 8]
 * @see torch.nn.ConvTranspose3d
 */
export class ConvTranspose3d extends ConvTransposeLayer {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDimension, ...args: ConvTransposeArgs) {
    super(3, inChannels, outChannels, kernelSize, args)
  }

  forward(input: Tensor, ...args: ConvTransposeForwardArgs): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this
    const outputPadding = this.outputPaddingFor(input, args)
    return convTranspose3d(input, weight, bias, { stride, padding, outputPadding, groups, dilation })
  }
}
