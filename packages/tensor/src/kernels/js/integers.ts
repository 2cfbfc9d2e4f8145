import { checkInt64, type DType } from '../../core/dtype'

/** Addition and multiplication as the elements of a dtype have them. */
export interface Arithmetic {
  readonly add: (a: number, b: number) => number
  readonly mul: (a: number, b: number) => number
}

const floating: Arithmetic = { add: (a, b) => a + b, mul: (a, b) => a * b }

/** int32 wraps around; uint8 is computed like it and cut to its lowest byte when it is stored. */
const wrapping: Arithmetic = { add: (a, b) => (a + b) | 0, mul: Math.imul }

/** What adds and multiplies elements of `dtype`: floats as JavaScript does, int64 refusing every result that is not exact. */
export function arithmeticOf(op: string, dtype: DType): Arithmetic {
  if (dtype === 'int32' || dtype === 'uint8') return wrapping
  if (dtype !== 'int64') return floating
  const exact = (value: number): number => {
    checkInt64(op, value)
    return value
  }
  return { add: (a, b) => exact(a + b), mul: (a, b) => exact(a * b) }
}

/** baseᵉˣᵖᵒⁿᵉⁿᵗ by repeated squaring; with a negative exponent 1/baseⁿ cut to a whole number. */
export function integerPower(base: number, exponent: number, mul: Arithmetic['mul']): number {
  if (exponent < 0) return Math.abs(base) === 1 ? integerPower(base, -exponent, mul) : 0
  let result = 1
  let square = base
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = mul(result, square)
    if (rest > 1) square = mul(square, square)
  }
  return result
}
