import type { Tensor } from '@nn/tensor'
import { convTranspose1d } from '../../functional/convolution/conv-transpose1d'
import type { PerDimension } from '../../functional/per-dimension'
import { type ConvTransposeArgs, type ConvTransposeForwardArgs, ConvTransposeLayer } from './conv-transpose-layer'

/**
 * A transposed convolution along sequences: each input adds the kernel, times itself, to its window of the output. It
 * makes larger what a convolution makes smaller. Weight and bias start uniform between -1/√k and 1/√k, k being the
 * inputs of an output.
 *
 * Inputs have the shape [N, inChannels, L] or [inChannels, L], outputs [N, outChannels, (L - 1) stride - 2 padding +
 * dilation (kernelSize - 1) + outputPadding + 1].
 *
 * @param inChannels channels of the input
 * @param outChannels channels of the output
 * @param kernelSize the kernel's size
 * @throws RangeError for sizes, strides, paddings, dilations or groups that are none.
 * @throws ShapeError in `forward`, for an input of another number of channels.
 * @throws RangeError in `forward`, for an `outputSize` that does not lead to the input's.
 * @example
 * const layer = new ConvTranspose1d(16, 33, 3, { stride: 2 })
 * layer.forward(randn([20, 16, 50])).shape // [20, 33, 101]
 * @see torch.nn.ConvTranspose1d
 */
export class ConvTranspose1d extends ConvTransposeLayer {
  constructor(inChannels: number, outChannels: number, kernelSize: PerDimension, ...args: ConvTransposeArgs) {
    super(1, inChannels, outChannels, kernelSize, args)
  }

  forward(input: Tensor, ...args: ConvTransposeForwardArgs): Tensor {
    const { weight, bias, stride, padding, groups, dilation } = this
    const outputPadding = this.outputPaddingFor(input, args)
    return convTranspose1d(input, weight, bias, { stride, padding, outputPadding, groups, dilation })
  }
}
