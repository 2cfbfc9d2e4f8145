import { type Tensor, tensor } from '../../src/index'

/** Indices below `size` that look random. */
export function places(shape: readonly number[], size: number): Tensor {
  const count = shape.reduce((n, s) => n * s, 1)
  return tensor(
    Array.from({ length: count }, (_, i) => (i * 7919) % size),
    { dtype: 'int64' },
  ).view(shape)
}

/** Shapes, a dimension, and the shape of an index along it. */
export const alongDims: readonly (readonly [shape: number[], dim: number, index: number[]])[] = [
  [[7], 0, [17]],
  [[17, 3], 0, [5, 3]],
  [[17, 3], 1, [17, 65]],
  [[63, 2], 0, [7, 1]],
  [[3, 5, 7], 1, [2, 9, 7]],
  [[3, 5], 1, [3, 0]],
]
