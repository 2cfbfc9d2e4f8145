/** A tensor as the fixtures write it: values in row-major order, strides where it was not contiguous. */
export interface EncodedTensor {
  readonly t: 1
  readonly shape: readonly number[]
  readonly dtype: string
  readonly data: readonly (number | boolean | string)[]
  readonly strides?: readonly number[]
  readonly requires_grad?: boolean
}

/** An argument or a result as the fixtures write it. */
export type Encoded =
  | EncodedTensor
  | number
  | boolean
  | string
  | null
  | readonly Encoded[]
  | { readonly num: string }
  | { readonly dtype: string }
  | { readonly slice: readonly [number | null, number | null, number | null] }
  | { readonly ellipsis: 1 }

const isList = (value: Encoded): value is readonly Encoded[] => Array.isArray(value)

export function isEncodedTensor(value: Encoded): value is EncodedTensor {
  return typeof value === 'object' && value !== null && 't' in value
}

const specials: Readonly<Record<string, number>> = { inf: Infinity, '-inf': -Infinity, nan: Number.NaN }

/** An element as a number: booleans are 0 and 1, infinities and NaN are written as words. */
export function decodeElement(element: number | boolean | string): number {
  return typeof element === 'string' ? (specials[element] as number) : Number(element)
}

/**
 * An argument as a call of this library takes it: tensors through `decodeTensor`, a slice as `{ start, stop, step }`, an
 * ellipsis as `'...'`, a dtype as its name.
 */
export function decode<T>(value: Encoded, decodeTensor: (tensor: EncodedTensor) => T): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map((part) => decode(part, decodeTensor))
  if (isEncodedTensor(value)) return decodeTensor(value)
  if ('num' in value) return decodeElement(value.num)
  if ('dtype' in value) return value.dtype
  if ('ellipsis' in value) return '...'
  const [start, stop, step] = value.slice
  return { start, stop, step: step ?? 1 }
}

/** The tensors of a result, in order: a call may give one, or a list of them. */
export function encodedTensors(value: Encoded): readonly EncodedTensor[] {
  if (isList(value)) return value.flatMap(encodedTensors)
  return isEncodedTensor(value) ? [value] : []
}

/** Row-major values laid out in memory by strides, after `lead` places that belong to nobody. */
export function laidOut({ shape, data, strides = [] }: EncodedTensor, lead: number): number[] {
  const last = shape.reduce((place, size, d) => place + (size - 1) * (strides[d] as number), 0)
  const memory = new Array<number>(lead + Math.max(last + 1, 0)).fill(0)
  data.forEach((element, i) => {
    let rest = i
    let place = lead
    for (let d = shape.length - 1; d >= 0; d--) {
      const size = shape[d] as number
      place += (rest % size) * (strides[d] as number)
      rest = Math.floor(rest / size)
    }
    memory[place] = decodeElement(element)
  })
  return memory
}
