import { DTypeError, keep, ShapeError, showShape, type Tensor, tensor } from '@nn/tensor'
import { lambda } from './lambda'
import type { Transform } from './transform'

/**
 * Shifts and scales the channels of an image [..., C, H, W].
 *
 * $$ y_c = (x_c - mean_c) / std_c $$
 *
 * @param mean one for each channel, or one for all
 * @param std one for each channel, or one for all
 * @throws RangeError for a standard deviation that is 0 in float32.
 * @throws DTypeError for images that are not floating point, ShapeError for another number of channels.
 * @example
 * transforms.normalize([0.5], [0.5])(full([1, 1, 1], 0.75)).item() // 0.5
 * @see torchvision.transforms.Normalize
 */
export function normalize(
  mean: number | readonly number[],
  std: number | readonly number[],
): Transform<Tensor, Tensor> {
  const means = perChannel(mean)
  const stds = perChannel(std)
  if (stds.float().eq(0).any().item() !== 0) throw new RangeError(`normalize: std must not be 0, got [${std}]`)
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
