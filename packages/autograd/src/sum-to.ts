import { type Shape, sameShape, type Tensor } from '@nn/tensor'

/** x summed over the dimensions along which `shape` was broadcast to x's shape; null where it cannot have been. */
export function sumTo(x: Tensor, shape: Shape): Tensor | null {
  if (sameShape(x.shape, shape)) return x
  const lead = x.ndim - shape.length
  if (lead < 0) return null
  const dims: number[] = []
  for (let d = 0; d < x.ndim; d++) {
    const size = d < lead ? 1 : (shape[d - lead] as number)
    if (size === x.shape[d]) {
      if (d < lead) dims.push(d)
      continue
    }
    if (size !== 1) return null
    dims.push(d)
  }
  const summed = dims.length === 0 ? x : x.sum(dims, { keepdim: true })
  return summed.reshape(shape)
}
