import { inspect } from 'node:util'

/** A value as `console.log` shows it, on one line. */
export function showValue(value: unknown): string {
  return onOneLine(inspect(value, { depth: null, maxArrayLength: null, breakLength: Infinity, compact: true }))
}

/** Text with every line break and alignment taken out. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('[ ', '[').replaceAll(' ]', ']')
}
