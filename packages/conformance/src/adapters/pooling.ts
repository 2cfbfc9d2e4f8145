import { functional } from '@nn/nn'
import { type Picked, Tensor } from '@nn/tensor'
import type { Call } from '../call'
import { type Adapters, adaptEach } from './adapter'
import { picked } from './picked'

type MaxPool = (input: Tensor, kernelSize: number, options: functional.MaxPoolOptions) => Tensor | Picked
type AdaptiveMaxPool = (
  input: Tensor,
  outputSize: functional.AdaptiveSize,
  options: functional.AdaptiveMaxPoolOptions,
) => Tensor | Picked

const maxPools: Readonly<Record<string, MaxPool>> = {
  'nn.functional.max_pool1d': functional.maxPool1d,
  'nn.functional.max_pool2d': functional.maxPool2d,
}

const avgPools: Readonly<
  Record<string, (input: Tensor, kernelSize: number, options: functional.AvgPool2dOptions) => Tensor>
> = {
  'nn.functional.avg_pool1d': functional.avgPool1d,
  'nn.functional.avg_pool2d': functional.avgPool2d,
}

const adaptiveAvgPools: Readonly<Record<string, (input: Tensor, outputSize: functional.AdaptiveSize) => Tensor>> = {
  'nn.functional.adaptive_avg_pool1d': functional.adaptiveAvgPool1d,
  'nn.functional.adaptive_avg_pool2d': functional.adaptiveAvgPool2d,
}

const adaptiveMaxPools: Readonly<Record<string, AdaptiveMaxPool>> = {
  'nn.functional.adaptive_max_pool1d': functional.adaptiveMaxPool1d,
  'nn.functional.adaptive_max_pool2d': functional.adaptiveMaxPool2d,
}

const kernelSize = (c: Call): number => c.value(1, 'kernel_size') as number
const outputSize = (c: Call): functional.AdaptiveSize => c.value(1, 'output_size') as functional.AdaptiveSize
const withIndices = (result: Tensor | Picked): unknown => (result instanceof Tensor ? result : picked(result))

/** The largest elements and the means of windows. */
export const pooling: Adapters = {
  ...adaptEach(
    maxPools,
    (f) => (c) =>
      withIndices(
        f(
          c.tensor(0),
          kernelSize(c),
          c.options({
            stride: ['stride', 2],
            padding: ['padding', 3],
            dilation: ['dilation', 4],
            ceilMode: ['ceil_mode', 5],
            returnIndices: ['return_indices', 6],
          }),
        ),
      ),
  ),
  ...adaptEach(
    avgPools,
    (f) => (c) =>
      f(
        c.tensor(0),
        kernelSize(c),
        c.options({
          stride: ['stride', 2],
          padding: ['padding', 3],
          ceilMode: ['ceil_mode', 4],
          countIncludePad: ['count_include_pad', 5],
          divisorOverride: ['divisor_override', 6],
        }),
      ),
  ),
  ...adaptEach(adaptiveAvgPools, (f) => (c) => f(c.tensor(0), outputSize(c))),
  ...adaptEach(
    adaptiveMaxPools,
    (f) => (c) => withIndices(f(c.tensor(0), outputSize(c), c.options({ returnIndices: ['return_indices', 2] }))),
  ),
}
