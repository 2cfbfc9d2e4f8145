import { getDefaultDtype, ShapeError, show, showShape, signature, Tensor, tensor } from '@nn/tensor'
import { lambda } from './lambda'
import type { Transform } from './transform'

/** Pixels row by row, channels side by side, as a canvas gives them (`ImageData`). */
export interface PixelImage {
  readonly data: Uint8Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
}

const takes = signature('toTensor', {})

/**
 * Turns an image of bytes into a tensor of channels: uint8 [H, W] or [H, W, C] into floating point [C, H, W] from 0 to 1.
 * Images of other dtypes keep dtype and values.
 *
 * $$ y = x / 255 $$
 *
 * @throws ShapeError for other shapes, and for pixels that do not fill the image.
 * @example
 * transforms.toTensor()(tensor([[0, 51]], { dtype: 'uint8' })) // tensor([[[0.0000, 0.2000]]])
 * @see torchvision.transforms.ToTensor
 */
export function toTensor(...none: []): Transform<Tensor | PixelImage, Tensor> {
  takes([], none)
  return lambda(imageToTensor, { elementwise: true })
}

function imageToTensor(image: Tensor | PixelImage): Tensor {
  const pixels = image instanceof Tensor ? image : pixelsOf(image)
  if (pixels.ndim !== 2 && pixels.ndim !== 3) {
    throw new ShapeError(`toTensor: expects an image [H, W] or [H, W, C], got ${showShape(pixels.shape)}`)
  }
  const channels = pixels.ndim === 2 ? pixels.unsqueeze(0) : pixels.permute(2, 0, 1).contiguous()
  return channels.dtype === 'uint8' ? channels.to(getDefaultDtype()).div(255) : channels
}

function pixelsOf(image: PixelImage): Tensor {
  const { data, width, height } = image ?? {}
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) {
    throw new TypeError(`toTensor: image must be a tensor or pixels, as { data, width, height }, got ${show(image)}`)
  }
  const channels = data.length / (width * height)
  if (!Number.isInteger(channels) || channels < 1) {
    throw new ShapeError(`toTensor: ${data.length} bytes do not fill an image of ${width} × ${height} pixels`)
  }
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.length)
  return tensor(bytes).view(height, width, channels)
}
