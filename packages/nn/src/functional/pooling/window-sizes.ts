import { type Tensor, tensor } from '@nn/tensor'

/** How many elements windows have, from their lengths along each dimension: one number where all have as many. */
export function windowSizes(lengths: readonly (readonly number[])[]): Tensor | number {
  const isUniform = lengths.every((list) => list.every((length) => length === list[0]))
  if (isUniform) return lengths.reduce((product, [length = 1]) => product * length, 1)
  return lengths
    .map((list, d) =>
      tensor(list, { dtype: 'int64' }).reshape([-1, ...new Array<number>(lengths.length - 1 - d).fill(1)]),
    )
    .reduce((product, sizes) => product.mul(sizes))
}
