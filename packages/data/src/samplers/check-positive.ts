/** Refuses what is no count of at least one, naming the option. */
export function checkPositive(op: string, option: string, value: number): void {
  if (!Number.isInteger(value) || value <= 0) {
    throw new RangeError(`${op}: ${option} must be a positive integer, got ${value}`)
  }
}
