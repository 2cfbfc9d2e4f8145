import { functional } from '@nn/nn'
import type { Tensor } from '@nn/tensor'
import { type Adapters, adaptEach } from './adapter'

type Convolution<Options> = (input: Tensor, weight: Tensor, bias: Tensor | null, options: Options) => Tensor

const forward: Readonly<Record<string, Convolution<functional.ConvolutionOptions>>> = {
  'nn.functional.conv1d': functional.conv1d,
  'nn.functional.conv2d': functional.conv2d,
}

const transposed: Readonly<Record<string, Convolution<functional.TransposedConvolutionOptions>>> = {
  'nn.functional.conv_transpose1d': functional.convTranspose1d,
  'nn.functional.conv_transpose2d': functional.convTranspose2d,
}

/** Convolutions and their transposes. */
export const convolutions: Adapters = {
  ...adaptEach(
    forward,
    (f) => (c) =>
      f(
        c.tensor(0),
        c.tensor(1, 'weight'),
        c.tensorOrNull(2, 'bias'),
        c.options({ stride: ['stride', 3], padding: ['padding', 4], dilation: ['dilation', 5], groups: ['groups', 6] }),
      ),
  ),
  ...adaptEach(
    transposed,
    (f) => (c) =>
      f(
        c.tensor(0),
        c.tensor(1, 'weight'),
        c.tensorOrNull(2, 'bias'),
        c.options({
          stride: ['stride', 3],
          padding: ['padding', 4],
          outputPadding: ['output_padding', 5],
          groups: ['groups', 6],
          dilation: ['dilation', 7],
        }),
      ),
  ),
}
