import { ShapeError } from '../core/errors'
import { gathered, type Tensors } from '../core/gathered'
import * as kinds from '../core/kinds'
import { showShape } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { to2d } from './atleast'
import { zeros } from './creation'
import { cat } from './joining'

const takesTensors = signature('blockDiag', { tensors: kinds.tensors })

/**
 * A matrix with the given ones along its diagonal and zeros elsewhere.
 *
 * @param args matrices, one by one or in a list; vectors count as rows, 0-d tensors as 1 × 1
 * @throws ShapeError for more than 2 dimensions.
 * @example
 * blockDiag(tensor([[1, 2]]), tensor([[3]])) // tensor([[1, 2, 0], [0, 0, 3]])
 * @see torch.block_diag
 */
export function blockDiag(...args: Tensors): Tensor {
  if (args.length === 0) return zeros([1, 0])
  const [list, rest] = gathered(args, kinds.tensor)
  takesTensors([list], rest)
  const tensors = list as readonly Tensor[]
  for (const x of tensors) {
    if (x.ndim > 2) throw new ShapeError(`blockDiag: expects at most 2 dimensions, got ${showShape(x.shape)}`)
  }
  if (tensors.length === 0) return zeros([1, 0])
  const blocks = tensors.map(to2d)
  const columns = blocks.reduce((sum, x) => sum + (x.shape[1] as number), 0)
  let before = 0
  const rows = blocks.map((x) => {
    const [height, width] = x.shape as [number, number]
    const left = zeros([height, before], { dtype: x.dtype })
    before += width
    return cat([left, x, zeros([height, columns - before], { dtype: x.dtype })], 1)
  })
  return cat(rows, 0)
}
