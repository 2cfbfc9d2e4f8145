import {
  type Args,
  DTypeError,
  gather,
  kinds,
  nameStep,
  numelOf,
  ShapeError,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { word } from '../kinds'
import { type GridSampleMode, type GridSamplePadding, type SampledTerm, sampledTerms } from './sampled-terms'

export interface GridSampleOptions {
  /** How elements between the centres of others are found; `'bilinear'` means trilinear for volumes. Default `'bilinear'`. */
  mode?: GridSampleMode
  /** What lies outside of the image: zeros, its nearest border, or the image reflected. Default `'zeros'`. */
  paddingMode?: GridSamplePadding
  /** Whether -1 and 1 are the centres of the first and last elements, instead of the image's edges. Default false. */
  alignCorners?: boolean
}

const takesGridSample = signature(
  'gridSample',
  { input: kinds.tensor, grid: kinds.tensor },
  { mode: word<GridSampleMode>(), paddingMode: word<GridSamplePadding>(), alignCorners: kinds.boolean },
)

/**
 * Makes an image of the elements that another has at the places of a grid.
 *
 * @param input shape [N, C, H, W] or [N, C, D, H, W]
 * @param grid places, where the image goes from -1 to 1, x first, shape [N, H', W', 2] or [N, D', H', W', 3]
 * @returns shape [N, C, H', W'] or [N, C, D', H', W']
 * @throws ShapeError where input and grid do not belong together, and for an empty input.
 * @throws RangeError for a mode or a padding that is not there, and for `'bicubic'` volumes.
 * @throws DTypeError for integers, and for two different dtypes.
 * @example
 * const image = tensor([[[[0.0, 1.0], [2.0, 3.5]]]])
 * functional.gridSample(image, tensor([[[[0.0, 0.0], [0.5, 0.5]]]])) // tensor([[[[1.6250, 3.5000]]]])
 * @see torch.nn.functional.grid_sample
 */
export function gridSample(
  input: Tensor,
  grid: Tensor,
  ...args: Args<GridSampleOptions, ['mode', 'paddingMode', 'alignCorners']>
): Tensor {
  const { mode = 'bilinear', paddingMode = 'zeros', alignCorners = false } = takesGridSample([input, grid], args)
  checkGrid(input, grid)
  checkModes(mode, paddingMode, input)
  const [samples, channels, ...spatial] = input.shape as [number, number, ...number[]]
  const rank = spatial.length
  const places = grid.reshape([samples, numelOf(grid.shape.slice(1, -1)), rank])
  const terms = spatial.map((size, d) =>
    sampledTerms(places.select(-1, rank - 1 - d), { size, mode, paddingMode, alignCorners }),
  )
  const elements = input.reshape([samples, channels, numelOf(spatial)])
  const sampled = combinationsOf(terms, spatial)
    .map(({ index, weight }) => {
      const taken = gather(elements, 2, index.unsqueeze(1).expand([-1, channels, -1]))
      return taken.mul(weight.unsqueeze(1))
    })
    .reduce((sum, part) => sum.add(part))
  const image = sampled.view([samples, channels, ...grid.shape.slice(1, -1)])
  return nameStep(`GridSampler${rank}DBackward0`, image)
}

/** Every choice of one term in each dimension as one term among all elements of an image. */
function combinationsOf(terms: readonly (readonly SampledTerm[])[], spatial: readonly number[]): SampledTerm[] {
  return terms.reduce<SampledTerm[]>((before, ofDimension, d) => {
    if (d === 0) return [...ofDimension]
    const size = spatial[d] as number
    return before.flatMap((outer) =>
      ofDimension.map((inner) => ({
        index: outer.index.mul(size).add(inner.index),
        weight: outer.weight.mul(inner.weight),
      })),
    )
  }, [])
}

function checkGrid(input: Tensor, grid: Tensor): void {
  checkFloatingPoint('gridSample', input, grid)
  if (input.dtype !== grid.dtype) {
    throw new DTypeError(`gridSample: input and grid must have one dtype, got ${input.dtype} and ${grid.dtype}`)
  }
  const shapes = `${showShape(input.shape)} and ${showShape(grid.shape)}`
  if ((input.ndim !== 4 && input.ndim !== 5) || grid.ndim !== input.ndim) {
    throw new ShapeError(`gridSample: input and grid must have 4 or 5 dimensions both, got ${shapes}`)
  }
  if (input.shape[0] !== grid.shape[0]) {
    throw new ShapeError(`gridSample: input and grid must have as many samples, got ${shapes}`)
  }
  if (grid.shape.at(-1) !== input.ndim - 2) {
    throw new ShapeError(`gridSample: places in the input must have ${input.ndim - 2} coordinates, got ${shapes}`)
  }
  if (input.shape.slice(2).includes(0)) {
    throw new ShapeError(`gridSample: the input must not be empty, got ${showShape(input.shape)}`)
  }
}

function checkModes(mode: string, paddingMode: string, input: Tensor): void {
  if (mode !== 'bilinear' && mode !== 'nearest' && mode !== 'bicubic') {
    throw new RangeError(`gridSample: mode must be 'bilinear', 'nearest' or 'bicubic', got '${mode}'`)
  }
  if (paddingMode !== 'zeros' && paddingMode !== 'border' && paddingMode !== 'reflection') {
    throw new RangeError(`gridSample: paddingMode must be 'zeros', 'border' or 'reflection', got '${paddingMode}'`)
  }
  if (mode === 'bicubic' && input.ndim === 5) throw new RangeError("gridSample: 'bicubic' is for images, not volumes")
}
