import { InvalidArgumentError } from 'commander'

/** What a number given on the command line must satisfy. */
interface Range {
  readonly min?: number
  readonly max?: number
}

/** Reads a number within a range, for `Option.argParser`. */
export function numberIn(range: Range): (text: string) => number {
  return (text) => checked(text, 'a number', Number.isFinite, range)
}

/** Reads a whole number within a range, for `Option.argParser`. */
export function wholeNumberIn(range: Range): (text: string) => number {
  return (text) => checked(text, 'a whole number', Number.isSafeInteger, range)
}

/** Reads sizes with commas between them, as in `128,64`, or `none`. */
export function sizes(text: string): number[] {
  if (text === 'none') return []
  const values = text.split(',').map(Number)
  if (!values.every((value) => Number.isSafeInteger(value) && value > 0)) {
    throw new InvalidArgumentError('It must be sizes with commas between them, as in 128,64, or none.')
  }
  return values
}

function checked(text: string, kind: string, isKind: (value: number) => boolean, { min, max }: Range): number {
  const value = text.trim() === '' ? Number.NaN : Number(text)
  if (!isKind(value) || value < (min ?? -Infinity) || value > (max ?? Infinity)) {
    throw new InvalidArgumentError(`It must be ${kind}${describe(min, max)}.`)
  }
  return value
}

function describe(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  if (min !== undefined) return ` of at least ${min}`
  return ''
}
