/** @throws RangeError for anything but 0, 1, 2... */
export function checkSizes(name: string, sizes: Readonly<Record<string, number>>): void {
  for (const [size, value] of Object.entries(sizes)) {
    if (value < 0) throw new RangeError(`${name}: ${size} must be a non-negative integer, got ${value}`)
  }
}
