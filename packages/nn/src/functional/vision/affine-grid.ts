import {
  type Args,
  kinds,
  linspace,
  nameStep,
  onesLike,
  type Shape,
  ShapeError,
  showShape,
  signature,
  stack,
  type Tensor,
  zeros,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'

export interface AffineGridOptions {
  /** Whether -1 and 1 are the centres of the first and last elements, instead of the image's edges. Default false. */
  alignCorners?: boolean
}

const takesAffineGrid = signature(
  'affineGrid',
  { theta: kinds.tensor, size: kinds.integers },
  { alignCorners: kinds.boolean },
)

/**
 * The places in an image from which `gridSample` makes one that is turned, scaled or moved.
 *
 * $$ (x, y)^T = \theta \, (x', y', 1)^T $$
 *
 * @param theta an affine map for each sample, shape [N, 2, 3], or [N, 3, 4] for volumes
 * @param size the shape of the image that is made, [N, C, H, W] or [N, C, D, H, W]
 * @returns places from -1 to 1, x first, shape [N, H, W, 2] or [N, D, H, W, 3]
 * @throws ShapeError where theta and size do not belong together.
 * @throws RangeError for sizes that are no positive integers.
 * @throws DTypeError for integers.
 * @example
 * const mirror = tensor([[[-1.0, 0.0, 0.0], [0.0, 0.5, 0.0]]])
 * functional.affineGrid(mirror, [1, 1, 1, 2]) // tensor([[[[ 0.5000, 0.0000], [-0.5000, 0.0000]]]])
 * @see torch.nn.functional.affine_grid
 */
export function affineGrid(theta: Tensor, size: Shape, ...args: Args<AffineGridOptions, ['alignCorners']>): Tensor {
  const { alignCorners = false } = takesAffineGrid([theta, size], args)
  checkFloatingPoint('affineGrid', theta)
  checkTheta(theta, size)
  const [samples, , ...spatial] = size as [number, number, ...number[]]
  const rank = spatial.length
  const coordinates = spatial.map((length, d) =>
    centres(length, alignCorners, theta)
      .reshape([-1, ...new Array<number>(rank - 1 - d).fill(1)])
      .expand(spatial),
  )
  const places = stack([...coordinates.reverse(), onesLike(coordinates[0] as Tensor)], -1)
  const base = places.reshape([1, -1, rank + 1]).expand([samples, -1, rank + 1])
  const mapped = base.matmul(theta.transpose(1, 2)).view([samples, ...spatial, rank])
  return nameStep('AffineGridGeneratorBackward0', mapped)
}

/** Where the elements of a dimension have their centres, from -1 to 1. */
function centres(length: number, alignCorners: boolean, { dtype }: Tensor): Tensor {
  if (length === 1) return zeros([1], { dtype })
  const aligned = linspace(-1, 1, length, { dtype })
  return alignCorners ? aligned : aligned.mul((length - 1) / length)
}

function checkTheta(theta: Tensor, size: Shape): void {
  const rank = size.length - 2
  if (rank !== 2 && rank !== 3) {
    throw new ShapeError(`affineGrid: the size must have 4 or 5 numbers, got ${showShape(size)}`)
  }
  if (size.some((length) => !Number.isInteger(length) || length < 1)) {
    throw new RangeError(`affineGrid: sizes must be positive integers, got ${showShape(size)}`)
  }
  const expected = [size[0] as number, rank, rank + 1]
  if (theta.ndim !== 3 || theta.shape.some((length, d) => length !== expected[d])) {
    throw new ShapeError(
      `affineGrid: for the size ${showShape(size)} theta must have shape ${showShape(expected)}, got ${showShape(theta.shape)}`,
    )
  }
}
