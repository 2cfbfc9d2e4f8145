import {
  type ConvolutionGeometry,
  convolution,
  convolutionTranspose,
  DTypeError,
  indexAdd,
  nameStep,
  ShapeError,
  showShape,
  type Tensor,
  tensor,
  unfold,
  zeros,
} from '@nn/tensor'
import { pad } from '../padding/pad'

/** How a convolution goes along the depth. */
export interface Depth {
  readonly stride: number
  readonly padding: number
  readonly dilation: number
}

/**
 * A convolution of volumes as one of images: the taps of a kernel along the depth are more channels of the image that it
 * sees at a depth, and the depths of the output are more images.
 *
 * @param x shape [N, C, D, H, W]
 * @param weight shape [outChannels, C / groups, kernelDepth, kernelHeight, kernelWidth]
 */
export function convolveVolumes(
  op: string,
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  depth: Depth,
  geometry: ConvolutionGeometry,
): Tensor {
  const [outChannels, channels, taps, ...kernel] = weight.shape as [number, number, number, number, number]
  if (x.shape[1] !== channels * geometry.groups) throw channelError(op, x, weight, channels * geometry.groups)
  const reach = depth.dilation * (taps - 1) + 1
  const padded = pad(x, [0, 0, 0, 0, depth.padding, depth.padding])
  if (taps < 1 || reach > (padded.shape[2] as number)) {
    throw new ShapeError(`${op}: an input ${showShape(x.shape)} is too small for a weight ${showShape(weight.shape)}`)
  }
  // [N, C, outDepth, H, W, taps]
  const windows = unfold(padded, 2, reach, depth.stride).at('...', `::${depth.dilation}`)
  const [batch, all, outDepth, height, width] = windows.shape as [number, number, number, number, number]
  const images = windows.permute(0, 2, 1, 5, 3, 4).reshape(batch * outDepth, all * taps, height, width)
  const kernels = weight.reshape(outChannels, channels * taps, ...kernel)
  const out = convolution(images, kernels, bias, geometry, op)
  const volumes = out.unflatten(0, [batch, outDepth]).transpose(1, 2).contiguous()
  return nameStep('ConvolutionBackward0', volumes)
}

/**
 * A transposed convolution of volumes: each depth of the input gives an image for each tap of the kernel along the
 * depth, and these are added up where they belong.
 *
 * @param x shape [N, C, D, H, W]
 * @param weight shape [C, outChannels / groups, kernelDepth, kernelHeight, kernelWidth]
 * @param outputPadding of depth, rows and columns
 */
export function convolveVolumesTransposed(
  op: string,
  x: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  { stride, padding, dilation }: Depth,
  geometry: ConvolutionGeometry,
  outputPadding: readonly [number, number, number],
): Tensor {
  const [channels, perGroup, taps, ...kernel] = weight.shape as [number, number, number, number, number]
  const [batch, given, depth, height, width] = x.shape as [number, number, number, number, number]
  if (given !== channels) throw channelError(op, x, weight, channels)
  const length = (depth - 1) * stride + dilation * (taps - 1) + 1 + outputPadding[0]
  if (length - 2 * padding < 1) {
    throw new ShapeError(
      `${op}: nothing is left of the depth of an input ${showShape(x.shape)} with padding ${padding}`,
    )
  }
  if (bias !== null) checkBias(op, bias, x, perGroup * geometry.groups)
  const images = x.transpose(1, 2).reshape(batch * depth, channels, height, width)
  const kernels = weight.reshape(channels, perGroup * taps, ...kernel)
  const [, rows, columns] = outputPadding
  const parts = convolutionTranspose(images, kernels, null, geometry, [rows, columns], op)
  const size = parts.shape.slice(2)
  const outChannels = perGroup * geometry.groups
  const inOrder = parts.reshape(batch, depth, outChannels, taps, ...size).permute(0, 2, 1, 3, 4, 5)
  const places = Array.from({ length: depth * taps }, (_, i) => Math.floor(i / taps) * stride + (i % taps) * dilation)
  const blank = zeros([batch, outChannels, length, ...size], { dtype: x.dtype })
  const whole = indexAdd(
    blank,
    2,
    tensor(places, { dtype: 'int64' }),
    inOrder.reshape(batch, outChannels, depth * taps, ...size),
  )
  const volumes = whole.narrow(2, padding, length - 2 * padding)
  const shifted = bias === null ? volumes.contiguous() : volumes.add(bias.reshape(-1, 1, 1, 1))
  return nameStep('ConvolutionBackward0', shifted)
}

function channelError(op: string, x: Tensor, weight: Tensor, channels: number): ShapeError {
  return new ShapeError(
    `${op}: an input ${showShape(x.shape)} does not fit a weight ${showShape(weight.shape)}, expected ${channels} channels`,
  )
}

function checkBias(op: string, bias: Tensor, x: Tensor, channels: number): void {
  if (bias.ndim !== 1 || bias.shape[0] !== channels) {
    throw new ShapeError(`${op}: a bias ${showShape(bias.shape)} does not fit ${channels} output channels`)
  }
  if (bias.dtype !== x.dtype) {
    throw new DTypeError(`${op}: operands have different dtypes, ${x.dtype} and ${bias.dtype}`)
  }
}
