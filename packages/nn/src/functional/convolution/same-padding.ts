/** The padding that keeps a dimension's size under a kernel: as much before as after, and what is left over after. */
export function samePadding(kernelSize: number, dilation: number): [before: number, after: number] {
  const total = dilation * (kernelSize - 1)
  const before = Math.floor(total / 2)
  return [before, total - before]
}
