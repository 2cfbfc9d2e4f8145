/** A number with at most four decimals, as a text has it: `−0.348`. */
export function decimal(value: number): string {
  if (!Number.isFinite(value)) return String(value)
  const size = Math.abs(value)
  if (size >= 1e5) return withMinus(value.toExponential(2))
  return withMinus(String(Number(value.toFixed(4)) || 0))
}

/** The same as a factor or term after a sign. */
export function operand(value: number): string {
  const text = decimal(value)
  return text.startsWith('−') ? `(${text})` : text
}

function withMinus(text: string): string {
  return text.replaceAll('-', '−')
}
