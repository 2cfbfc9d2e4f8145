/** A number in about four digits, as axes and bars are labelled. */
export function shortNumber(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size >= 1e5 || size < 1e-3) return value.toExponential(1)
  return String(Number(value.toPrecision(4)))
}
