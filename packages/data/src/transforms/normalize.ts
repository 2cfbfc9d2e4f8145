import {
  type Args,
  DTypeError,
  type Kind,
  keep,
  kinds,
  ShapeError,
  show,
  showShape,
  signature,
  Tensor,
  tensor,
} from '@nn/tensor'
import { lambda } from './lambda'
import type { Transform } from './transform'

export interface NormalizeOptions {
  /** One for each channel, or one for all. */
  mean: number | readonly number[]
  /** One for each channel, or one for all. */
  std: number | readonly number[]
}

const channels: Kind<number | readonly number[]> = kinds.either(kinds.number, kinds.numbers)
const takes = signature('normalize', {}, { mean: kinds.required(channels), std: kinds.required(channels) })

/**
 * Shifts and scales the channels of an image [..., C, H, W].
 *
 * $$ y_c = (x_c - mean_c) / std_c $$
 *
 * @throws RangeError for a standard deviation that is 0 in float32.
 * @throws DTypeError for images that are not floating point, ShapeError for another number of channels.
 * @example
 * transforms.normalize([0.5], [0.5])(full([1, 1, 1], 0.75)).item() // 0.5
 * @see torchvision.transforms.Normalize
 */
export function normalize(...args: Args<NormalizeOptions, ['mean', 'std']>): Transform<Tensor, Tensor> {
  const { mean, std } = takes([], args)
  const means = perChannel(mean)
  const stds = perChannel(std)
  if (stds.float().eq(0).any().item() !== 0) throw new RangeError(`normalize: std must not be 0, got ${show(std)}`)
  return lambda(
    (image: Tensor) => {
      checkImage(image, means, 'mean')
      checkImage(image, stds, 'std')
      return image.sub(means.to(image.dtype)).div(stds.to(image.dtype))
    },
    { elementwise: means.numel() === 1 && stds.numel() === 1 },
  )
}

/** Values as a tensor that broadcasts over an image's rows and columns: float64, until the image's dtype is known. */
function perChannel(values: number | readonly number[]): Tensor {
  const list = typeof values === 'number' ? [values] : values
  return keep(tensor(list, { dtype: 'float64' }).view(list.length, 1, 1))
}

function checkImage(image: Tensor, values: Tensor, name: string): void {
  if (!(image instanceof Tensor)) throw new TypeError(`normalize: image must be a tensor, got ${show(image)}`)
  if (!image.isFloatingPoint()) {
    throw new DTypeError(`normalize: expects a floating-point image, got ${image.dtype}; toTensor makes one of bytes`)
  }
  if (image.ndim < 3) {
    throw new ShapeError(`normalize: expects an image [..., C, H, W], got ${showShape(image.shape)}`)
  }
  const count = values.shape[0] as number
  if (count !== 1 && count !== image.shape.at(-3)) {
    throw new ShapeError(`normalize: ${count} values of ${name} do not fit an image ${showShape(image.shape)}`)
  }
}
