/*
 * Numbers as C's printf writes them. JavaScript's toFixed and toExponential round correctly too, but take a number that
 * lies exactly between two decimals away from zero, where C takes it to the even digit: 0.03125 is 0.0312, not 0.0313.
 */

/** As many digits as JavaScript gives: no tie needs more. */
const ALL_DIGITS = 100

/** `%.{precision}f`, with `nan`, `inf` and `-inf`. */
export function formatFixed(value: number, precision: number): string {
  if (!Number.isFinite(value)) return formatNonFinite(value)
  const magnitude = Math.abs(value)
  return sign(value) + fixed(magnitude, precision)
}

function fixed(magnitude: number, precision: number): string {
  // From here on toFixed gives up; such numbers are integers.
  if (magnitude >= 1e21) return BigInt(magnitude) + (precision > 0 ? `.${'0'.repeat(precision)}` : '')
  const oneDigitMore = magnitude.toFixed(precision + 1)
  if (isTie(oneDigitMore, () => magnitude.toFixed(ALL_DIGITS))) {
    const below = withoutLastDigit(oneDigitMore)
    if (endsInEvenDigit(below)) return below
  }
  return magnitude.toFixed(precision)
}

/** `%.{precision}e`, with `nan`, `inf` and `-inf`. */
export function formatExponential(value: number, precision: number): string {
  if (!Number.isFinite(value)) return formatNonFinite(value)
  const [mantissa, exponent] = exponential(Math.abs(value), precision)
  const exponentSign = exponent.charAt(0)
  return `${sign(value)}${mantissa}e${exponentSign}${exponent.slice(1).padStart(2, '0')}`
}

function exponential(magnitude: number, precision: number): [mantissa: string, exponent: string] {
  const [oneDigitMore, exponentBelow] = splitExponential(magnitude, precision + 1)
  if (isTie(oneDigitMore, () => splitExponential(magnitude, ALL_DIGITS)[0])) {
    const below = withoutLastDigit(oneDigitMore)
    if (endsInEvenDigit(below)) return [below, exponentBelow]
  }
  return splitExponential(magnitude, precision)
}

function splitExponential(magnitude: number, digits: number): [mantissa: string, exponent: string] {
  return magnitude.toExponential(digits).split('e') as [string, string]
}

/** Whether the number lies exactly halfway: its digits are those of `oneDigitMore`, a 5 at the end, and then zeros. */
function isTie(oneDigitMore: string, allDigits: () => string): boolean {
  if (!oneDigitMore.endsWith('5')) return false
  const digits = allDigits()
  return digits === oneDigitMore.padEnd(digits.length, '0')
}

function withoutLastDigit(digits: string): string {
  const shorter = digits.slice(0, -1)
  return shorter.endsWith('.') ? shorter.slice(0, -1) : shorter
}

function endsInEvenDigit(digits: string): boolean {
  return Number(digits.at(-1)) % 2 === 0
}

function sign(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : ''
}

function formatNonFinite(value: number): string {
  if (Number.isNaN(value)) return 'nan'
  return value > 0 ? 'inf' : '-inf'
}
