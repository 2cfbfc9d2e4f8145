/** @throws RangeError for anything but 1, 2, 3... */
export function checkPositiveSizes(name: string, sizes: Readonly<Record<string, number>>): void {
  for (const [size, value] of Object.entries(sizes)) {
    if (!(Number.isInteger(value) && value > 0)) {
      throw new RangeError(`${name}: ${size} must be a positive integer, got ${value}`)
    }
  }
}
