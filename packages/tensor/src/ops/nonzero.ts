import { allocate } from '../core/operand'
import { forEachIndex } from '../kernels/js/runs'
import type { Tensor } from '../tensor'

/**
 * The indices of all elements that are not zero, in row-major order.
 *
 * @returns int64, shape [count, x.ndim]
 * @example
 * nonzero(tensor([0, 5, 7])) // tensor([[1], [2]])
 * @see torch.nonzero
 */
export function nonzero(x: Tensor): Tensor {
  const data = x.storage.data
  const found: number[] = []
  const at = [x.offset, 0]
  const unit = x.shape.map((_, d) => x.shape.slice(d + 1).reduce((n, size) => n * size, 1))
  forEachIndex(x.shape, [x.strides, unit], at, () => {
    if (data[at[0] as number] !== 0) found.push(at[1] as number)
  })
  const out = allocate([found.length, x.ndim], 'int64')
  const to = out.storage.data
  found.forEach((flat, row) => {
    for (let d = 0; d < x.ndim; d++) {
      to[out.offset + row * x.ndim + d] = Math.floor(flat / (unit[d] as number)) % (x.shape[d] as number)
    }
  })
  return out
}
