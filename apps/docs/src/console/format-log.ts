import { inspect } from './inspect'

/** The text that `console.log(...values)` prints, as Node prints it; a tensor or a module as the library shows it. */
export function formatLog(values: readonly unknown[]): string {
  return values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ')
}
