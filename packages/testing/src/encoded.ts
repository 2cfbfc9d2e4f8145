/** A tensor as the fixtures write it: values in row-major order, strides where it was not contiguous. */
export interface EncodedTensor {
  readonly t: 1
  readonly shape: readonly number[]
  readonly dtype: string
  readonly data: readonly (number | boolean | string)[]
  readonly strides?: readonly number[]
  readonly requires_grad?: boolean
}

export function isEncodedTensor(value: unknown): value is EncodedTensor {
  return typeof value === 'object' && value !== null && 't' in value
}

const specials: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity, nan: Number.NaN }

/** An element as a number: booleans are 0 and 1, infinities and NaN are written as words. */
export function decodeElement(element: number | boolean | string): number {
  return typeof element === 'string' ? (specials[element] as number) : Number(element)
}
