import { DTypeError, ShapeError, showShape, type Tensor } from '@nn/tensor'

/**
 * A value for each channel in the shape that broadcasts along dimension 1 of an input.
 *
 * @throws ShapeError where there are not as many values as channels.
 */
export function perChannel<T extends Tensor | null>(op: string, name: string, values: T, input: Tensor): T {
  if (values === null) return values
  checkPerChannel(op, name, values, input)
  const channels = input.shape[1] as number
  return values.reshape([1, channels, ...input.shape.slice(2).map(() => 1)]) as T
}

/** Refuses what is no value for each channel. */
export function checkPerChannel(op: string, name: string, values: Tensor, input: Tensor): void {
  const channels = input.shape[1] as number
  if (values.ndim !== 1 || values.shape[0] !== channels) {
    throw new ShapeError(
      `${op}: ${name} must have a value for each of ${channels} channels, got ${showShape(values.shape)}`,
    )
  }
  if (!values.isFloatingPoint()) throw new DTypeError(`${op}: ${name} must be floating point, got ${values.dtype}`)
}

/** Refuses an input without samples and channels. */
export function checkChannels(op: string, { ndim, shape }: Tensor): void {
  if (ndim < 2) throw new ShapeError(`${op}: the input must have samples and channels, got ${showShape(shape)}`)
}
