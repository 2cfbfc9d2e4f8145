import { type DType, isFloatingPoint } from '../core/dtype'
import { formatExponential, formatFixed } from './format-number'
import type { PrintOptions } from './print-options'

/** Writes the elements of one tensor, all in the same style and as wide as the widest. */
export interface ElementFormatter {
  /** Characters an element takes. */
  readonly width: number
  /** The element, filled up with spaces on the left. */
  format(value: number): string
}

/** The formatter that suits `values`, the elements that will be shown. */
export function elementFormatter(values: readonly number[], dtype: DType, options: PrintOptions): ElementFormatter {
  if (isFloatingPoint(dtype)) {
    // Zeros, infinities and NaN have no say in the style, nor in the width.
    const deciding = values.filter((value) => Number.isFinite(value) && value !== 0)
    return withWidthOf(deciding, floatStyle(deciding, options))
  }
  return withWidthOf(values, dtype === 'bool' ? formatBool : String)
}

type Style = (value: number) => string

function withWidthOf(values: readonly number[], style: Style): ElementFormatter {
  const width = values.reduce((widest, value) => Math.max(widest, style(value).length), 1)
  return { width, format: (value) => style(value).padStart(width) }
}

function formatBool(value: number): string {
  return value === 0 ? 'False' : 'True'
}

/** With a point only, when all are integers; with an exponent, when they are far apart, large or small. */
function floatStyle(values: readonly number[], { precision, sciMode }: PrintOptions): Style {
  if (values.length > 0 && (sciMode ?? needExponent(values))) return (value) => formatExponential(value, precision)
  if (values.every(Number.isInteger)) return (value) => formatFixed(value, 0) + (Number.isFinite(value) ? '.' : '')
  return (value) => formatFixed(value, precision)
}

function needExponent(values: readonly number[]): boolean {
  let smallest = Number.POSITIVE_INFINITY
  let largest = 0
  for (const value of values) {
    smallest = Math.min(smallest, Math.abs(value))
    largest = Math.max(largest, Math.abs(value))
  }
  return largest / smallest > 1000 || largest > 1e8 || smallest < 1e-4
}
