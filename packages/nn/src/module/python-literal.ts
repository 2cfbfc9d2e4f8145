/** A boolean as Python prints it. */
export function pythonBool(value: boolean): string {
  return value ? 'True' : 'False'
}

/** A number as Python prints a float: `1.0`, `0.2`, `1e-05`. */
export function pythonFloat(value: number): string {
  const magnitude = Math.abs(value)
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
  }
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** A list of values, as Python would print them, in a tuple: `(2, 3)`, `(2,)`. */
export function pythonTuple(values: readonly (number | string)[]): string {
  return values.length === 1 ? `(${values[0]},)` : `(${values.join(', ')})`
}

/** One number, or several in a tuple. */
export function pythonNumbers(value: number | readonly number[]): string {
  return typeof value === 'number' ? String(value) : pythonTuple(value)
}
