import { contiguousStrides, type DType, full, type Shape, type Tensor, tensor } from '../../src/index'

/** Lengths around the sizes of vector registers and blocks, with nothing and one. */
export const LENGTHS: readonly number[] = [0, 1, 3, 7, 17, 63, 65, 127, 1000]

/** Shapes of those lengths, and of several dimensions. */
export const SHAPES: readonly Shape[] = [...LENGTHS.map((n) => [n]), [], [3, 0], [1, 7], [17, 3], [7, 65], [2, 3, 5]]

const count = (shape: Shape): number => shape.reduce((n, size) => n * size, 1)

/** Values between -3 and 3 that look random; whole numbers for integers. */
export function sample(shape: Shape, dtype: DType = 'float32', seed = 1): Tensor {
  const value = (i: number): number => 3 * Math.sin(i * 12.9898 + seed * 78.233)
  const values = Array.from({ length: count(shape) }, (_, i) => value(i))
  if (dtype === 'bool') return tensor(values, { dtype: 'float32' }).gt(0).view(shape)
  const fitting = dtype === 'uint8' ? values.map(Math.abs) : values
  return tensor(dtype.startsWith('float') ? fitting : fitting.map(Math.round), { dtype }).view(shape)
}

/** The same values in other memory orders: kernels must read all of them alike. */
export const layouts: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  contiguous: (x) => x,
  'with its dimensions in reverse memory order': (x) => {
    const reversed = x.shape.map((_, d) => x.ndim - 1 - d)
    return x.permute(reversed).contiguous().permute(reversed)
  },
  'as every second element of a larger tensor': (x) => {
    const around = full(
      x.shape.map((size) => 2 * size + 1),
      77,
      { dtype: x.dtype },
    )
    const inside = around.at(...x.shape.map(() => '1::2'))
    return inside.copy_(x)
  },
  'as the end of a longer tensor': (x) => {
    const longer = full([5 + x.numel()], 77, { dtype: x.dtype })
    return longer.at('5:').copy_(x.reshape(-1)).view(x.shape)
  },
}

/** The places of all elements in row-major order. */
export function indicesOf(shape: Shape): number[][] {
  const strides = contiguousStrides(shape)
  return Array.from({ length: count(shape) }, (_, i) =>
    shape.map((size, d) => Math.floor(i / (strides[d] as number)) % size),
  )
}

/** The value at a place. Places beyond a size of 1 read as broadcast. */
export function valueAt(x: { shape: Shape; values: ArrayLike<number> }, place: readonly number[]): number {
  const lead = place.length - x.shape.length
  const strides = contiguousStrides(x.shape)
  const at = x.shape.reduce(
    (sum, size, d) => sum + (size === 1 ? 0 : (place[d + lead] as number) * (strides[d] as number)),
    0,
  )
  return x.values[at] as number
}
