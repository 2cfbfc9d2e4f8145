/** @throws RangeError for negative sizes. */
export function checkSizes(name: string, sizes: Readonly<Record<string, number>>): void {
  for (const [size, value] of Object.entries(sizes)) {
    if (value < 0) throw new RangeError(`${name}: ${size} must not be negative, got ${value}`)
  }
}
