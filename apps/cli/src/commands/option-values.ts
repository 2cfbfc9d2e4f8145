import { InvalidArgumentError } from 'commander'

/** What a number given on the command line must satisfy. */
interface Range {
  readonly min?: number
  readonly max?: number
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const WHOLE_NUMBER = /^[+-]?\d+$/

/** Reads a number within a range, for `Option.argParser`. */
export function numberIn(range: Range): (text: string) => number {
  return (text) => checked(read(text, NUMBER), 'a number', Number.isFinite, range)
}

/** Reads a whole number within a range, for `Option.argParser`. */
export function wholeNumberIn(range: Range): (text: string) => number {
  return (text) => checked(read(text, WHOLE_NUMBER), 'a whole number', Number.isSafeInteger, range)
}

/** Reads sizes with commas between them, as in `128,64`, or `none`. */
export function sizes(text: string): number[] {
  if (text === 'none') return []
  const values = text.split(',').map((size) => read(size, WHOLE_NUMBER))
  if (!values.every((value) => Number.isSafeInteger(value) && value > 0)) {
    throw new InvalidArgumentError('It must be sizes with commas between them, as in 128,64, or none.')
  }
  return values
}

/** NaN for what is not spelled as it should be: JavaScript alone would take `0x10`, ` 5` and nothing at all for numbers. */
function read(text: string, spelling: RegExp): number {
  // Plus 0: a seed of -0 is one of 0.
  return spelling.test(text) ? Number(text) + 0 : Number.NaN
}

function checked(value: number, kind: string, isKind: (value: number) => boolean, { min, max }: Range): number {
  if (!isKind(value) || value < (min ?? -Infinity) || value > (max ?? Infinity)) {
    throw new InvalidArgumentError(
      `It must be ${kind}${describe(min, max)}${kind === 'a number' ? '' : ', in digits'}.`,
    )
  }
  return value
}

function describe(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  if (min !== undefined) return ` of at least ${min}`
  return ''
}
