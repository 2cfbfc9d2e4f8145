import { type Args, kinds, ShapeError, show, showShape, signature, type Tensor } from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { word } from '../kinds'
import { perDimensionKind } from '../per-dimension'
import { resample } from './resample'
import { resampleBytes } from './resample-bytes'
import { type Resampling, termsOf } from './resampling'

export type InterpolateMode = 'nearest' | 'nearest-exact' | 'linear' | 'bilinear' | 'bicubic' | 'trilinear' | 'area'

export interface InterpolateOptions {
  /** The spatial size of the output, one number for all dimensions or one for each. Either this or `scaleFactor`. */
  size?: number | readonly number[] | null
  /** By what the spatial size is multiplied, one number for all dimensions or one for each. */
  scaleFactor?: number | readonly number[] | null
  /** How elements are found: `'linear'`, `'bilinear'` and `'trilinear'` are for 1, 2 and 3 dimensions. Default `'nearest'`. */
  mode?: InterpolateMode
  /** Whether the centres of the corner elements stay at their places, instead of the edges. Only for linear and cubic modes. */
  alignCorners?: boolean | null
  /** Whether places are computed from the sizes, which are rounded down, instead of from `scaleFactor` itself. Default false. */
  recomputeScaleFactor?: boolean | null
}

interface Mode {
  readonly resampling: Resampling
  /** For how many spatial dimensions. */
  readonly ranks: readonly number[]
}

const modes: Readonly<Record<InterpolateMode, Mode>> = {
  nearest: { resampling: 'nearest', ranks: [1, 2, 3] },
  'nearest-exact': { resampling: 'nearest-exact', ranks: [1, 2, 3] },
  linear: { resampling: 'linear', ranks: [1] },
  bilinear: { resampling: 'linear', ranks: [2] },
  trilinear: { resampling: 'linear', ranks: [3] },
  bicubic: { resampling: 'cubic', ranks: [2] },
  area: { resampling: 'area', ranks: [1, 2, 3] },
}

const numbersOrNull = kinds.orNull(kinds.either(kinds.number, kinds.numbers))

const takesInterpolate = signature(
  'interpolate',
  { input: kinds.tensor },
  {
    size: kinds.orNull(perDimensionKind),
    scaleFactor: numbersOrNull,
    mode: word<InterpolateMode>(),
    alignCorners: kinds.orNull(kinds.boolean),
    recomputeScaleFactor: kinds.orNull(kinds.boolean),
  },
)

/**
 * Makes images, sequences or volumes larger or smaller, one dimension after another.
 *
 * @param input shape [N, C, ...] with 1 to 3 spatial dimensions
 * @returns shape [N, C, ...] with the spatial size asked for
 * @throws RangeError for options that are none or do not go together.
 * @throws ShapeError for an input without spatial dimensions, or with others than the mode has, and for empty ones.
 * @throws DTypeError for integers; uint8 can be interpolated by the nearest element, and in images by all modes but area.
 * @example
 * functional.interpolate(tensor([[[1.5, 2]]]), { scaleFactor: 2 }) // tensor([[[1.5000, 1.5000, 2.0000, 2.0000]]])
 * functional.interpolate(ones([1, 3, 8, 8]), { size: [12, 16], mode: 'bilinear' }).shape // [1, 3, 12, 16]
 * @see torch.nn.functional.interpolate
 */
export function interpolate(
  input: Tensor,
  ...args: Args<InterpolateOptions, ['size', 'scaleFactor', 'mode', 'alignCorners', 'recomputeScaleFactor']>
): Tensor {
  const options = takesInterpolate([input], args)
  const { mode = 'nearest', alignCorners = null } = options
  const { resampling } = checkedMode(mode, input)
  const isSmooth = resampling === 'linear' || resampling === 'cubic'
  if (alignCorners !== null && !isSmooth) {
    throw new RangeError(`interpolate: alignCorners is for linear and cubic modes, not for '${mode}'`)
  }
  const areBytes = isSmooth && input.dtype === 'uint8'
  const round = areBytes || input.dtype === 'float64' ? (value: number): number => value : Math.fround
  const dimensions = outputSizes(input, options).map(({ outputSize, scaleFactor }, i) => {
    const inputSize = input.shape[i + 2] as number
    const dimension = { inputSize, outputSize, scaleFactor, alignCorners: alignCorners ?? false, round }
    return { dim: i + 2, inputSize, terms: termsOf(resampling, dimension) }
  })
  return areBytes ? resampleBytes(input, dimensions) : resample(input, nodeOf(mode, input.ndim - 2), dimensions)
}

/** PyTorch's name of the step, such as `UpsampleNearest2DBackward0`. */
function nodeOf(mode: InterpolateMode, dimensions: number): string {
  if (mode === 'area') return `AdaptiveAvgPool${dimensions}DBackward0`
  const words = mode.split('-').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
  return `Upsample${words.join('')}${dimensions}DBackward0`
}

function checkedMode(name: InterpolateMode, input: Tensor): Mode {
  const mode = Object.hasOwn(modes, name) ? modes[name] : undefined
  if (mode === undefined) {
    throw new RangeError(`interpolate: mode must be one of ${Object.keys(modes).join(', ')}, got ${show(name)}`)
  }
  if (!mode.ranks.includes(input.ndim - 2)) {
    throw new ShapeError(
      `interpolate: mode '${name}' is for ${mode.ranks.join(', ')} spatial dimensions, got an input ${showShape(input.shape)}`,
    )
  }
  if (input.shape.slice(1).includes(0)) {
    throw new ShapeError(`interpolate: the input must not be empty, got ${showShape(input.shape)}`)
  }
  checkElements(mode, input)
  return mode
}

function checkElements({ resampling }: Mode, input: Tensor): void {
  const isOfImages = resampling === 'cubic' || (resampling === 'linear' && input.ndim === 4)
  const takesBytes = isOfImages || resampling === 'nearest' || resampling === 'nearest-exact'
  if (takesBytes && input.dtype === 'uint8') return
  checkFloatingPoint('interpolate', input)
}

/** The new size of each spatial dimension, and the factor that places are computed with. */
function outputSizes(
  input: Tensor,
  { size = null, scaleFactor = null, recomputeScaleFactor = null }: InterpolateOptions,
): { outputSize: number; scaleFactor: number | null }[] {
  const spatial = input.shape.slice(2)
  if ((size === null) === (scaleFactor === null)) {
    throw new RangeError('interpolate: give either size or scaleFactor')
  }
  if (size !== null && recomputeScaleFactor === true) {
    throw new RangeError('interpolate: recomputeScaleFactor needs a scaleFactor, not a size')
  }
  const sizes = forEachDimension('size', size, spatial.length)
  const factors = forEachDimension('scaleFactor', scaleFactor, spatial.length)
  return spatial.map((inputSize, i) => {
    const factor = factors?.[i] ?? null
    const outputSize = factor === null ? (sizes?.[i] as number) : Math.floor(inputSize * factor)
    if (!Number.isInteger(outputSize) || outputSize < 1) {
      throw new RangeError(`interpolate: sizes must be positive integers, got ${outputSize} from ${inputSize}`)
    }
    return { outputSize, scaleFactor: recomputeScaleFactor === true ? null : factor }
  })
}

function forEachDimension(
  name: string,
  value: number | readonly number[] | null,
  rank: number,
): readonly number[] | null {
  if (value === null) return null
  if (typeof value === 'number') return new Array<number>(rank).fill(value)
  if (value.length === rank) return value
  throw new RangeError(`interpolate: ${name} must be one number or ${rank}, got [${value.join(', ')}]`)
}
