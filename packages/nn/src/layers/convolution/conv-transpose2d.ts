import type { Tensor } from '@nn/tensor'
import { convTranspose2d } from '../../functional/convolution/conv-transpose2d'
import type { PerDimension } from '../../functional/per-dimension'
import { type ConvTransposeArgs, type ConvTransposeForwardArgs, ConvTransposeLayer } from './conv-transpose-layer'

/**
 * A transposed convolution over images: each input adds the kernel, times itself, to its window of the output. It makes
 * larger what a convolution makes smaller. Weight and bias start uniform between -1/√k and 1/√k, k being the inputs of
 * an output.
 *
 * Inputs have the shape [N, inChannels, H, W] or [inChannels, H, W], outputs [N, outChannels, (H - 1) stride - 2
 * padding + dilation (kernelHeight - 1) + outputPadding + 1, ...].
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param kernelSize the kernel's size
 * @throws RangeError for sizes, strides, paddings, dilations or groups that are none.
 * @throws ShapeError in `forward`, for an input of another number of channels.
 * @throws RangeError in `forward`, for an `outputSize` that does not lead to the input's.
 * @example
 * const layer = new ConvTranspose2d(8, 1, 2, { stride: 2 })
 * layer.forward(randn([64, 8, 14, 14])).shape // [64, 1, 28, 28]
 * @see torch.nn.ConvTranspose2d
 */
export class ConvTranspose2d extends ConvTransposeLayer {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDimension, ...args: ConvTransposeArgs) {
    super(2, inChannels, outChannels, kernelSize, args)
  }

  forward(input: Tensor, ...args: ConvTransposeForwardArgs): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this
    const outputPadding = this.outputPaddingFor(input, args)
    return convTranspose2d(input, weight, bias, { stride, padding, outputPadding, groups, dilation })
  }
}
