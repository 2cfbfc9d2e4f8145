import { functional } from '@nn/nn'
import type { Call } from '../call'
import type { Adapters } from './adapter'

type PerDimension = number | readonly number[]

const perDimension = (c: Call, index: number, name: string): PerDimension => c.value(index, name) as PerDimension

/** Functions of torch.nn.functional that move the elements of images. */
export const vision: Adapters = {
  'nn.functional.interpolate': (c) =>
    functional.interpolate(
      c.tensor(0),
      c.options({
        size: ['size', 1],
        scaleFactor: ['scale_factor', 2],
        mode: ['mode', 3],
        alignCorners: ['align_corners', 4],
        recomputeScaleFactor: ['recompute_scale_factor', 5],
      }),
    ),
  'nn.functional.pad': (c) =>
    functional.pad(c.tensor(0), c.sizes(1, 'pad'), c.options({ mode: ['mode', 2], value: ['value', 3] })),
  'nn.functional.pixel_shuffle': (c) => functional.pixelShuffle(c.tensor(0), c.number(1, 'upscale_factor')),
  'nn.functional.pixel_unshuffle': (c) => functional.pixelUnshuffle(c.tensor(0), c.number(1, 'downscale_factor')),
  'nn.functional.unfold': (c) =>
    functional.unfold(
      c.tensor(0),
      perDimension(c, 1, 'kernel_size'),
      c.options({ dilation: ['dilation', 2], padding: ['padding', 3], stride: ['stride', 4] }),
    ),
}
