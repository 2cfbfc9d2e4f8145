import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { showShape } from '../core/shape'
import { signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { matmul } from './matmul'

/** Where to cut a chain of matrices so that its product takes the fewest multiplications. */
interface Plan {
  readonly cost: number
  readonly cut: number
}

/**
 * The best cut of every part of a chain, from short parts to long ones: `plans[i][j]` is for matrices i to j.
 *
 * @param sizes matrix i has shape [sizes[i], sizes[i + 1]]
 */
function planChain(sizes: readonly number[]): Plan[][] {
  const count = sizes.length - 1
  const plans: Plan[][] = Array.from({ length: count }, (_, i) => {
    const row: Plan[] = []
    row[i] = { cost: 0, cut: i }
    return row
  })
  const costOf = (i: number, j: number): number => plans[i]?.[j]?.cost as number
  for (let length = 2; length <= count; length++) {
    for (let i = 0; i + length <= count; i++) {
      const j = i + length - 1
      const [rows, columns] = [sizes[i] as number, sizes[j + 1] as number]
      let best: Plan = { cost: Infinity, cut: i }
      for (let cut = i; cut < j; cut++) {
        const cost = costOf(i, cut) + costOf(cut + 1, j) + rows * (sizes[cut + 1] as number) * columns
        if (cost < best.cost) best = { cost, cut }
      }
      ;(plans[i] as Plan[])[j] = best
    }
  }
  return plans
}

function multiply(matrices: readonly Tensor[], plans: readonly (readonly Plan[])[], i: number, j: number): Tensor {
  if (i === j) return matrices[i] as Tensor
  const cut = plans[i]?.[j]?.cut as number
  return matmul(multiply(matrices, plans, i, cut), multiply(matrices, plans, cut + 1, j))
}

function checkChain(tensors: readonly Tensor[]): void {
  const [first] = tensors
  if (first === undefined || tensors.length < 2) {
    throw new ShapeError(`multiDot: expects at least 2 tensors, got ${tensors.length}`)
  }
  for (const [i, x] of tensors.entries()) {
    const isEnd = i === 0 || i === tensors.length - 1
    if (x.ndim !== 2 && !(isEnd && x.ndim === 1)) {
      throw new ShapeError(
        `multiDot: tensor ${i} must be a matrix${isEnd ? ' or a vector' : ''}, got ${showShape(x.shape)}`,
      )
    }
    if (x.dtype !== first.dtype) {
      throw new DTypeError(`multiDot: tensors have different dtypes, ${first.dtype} and ${x.dtype}`)
    }
    const previous = tensors[i - 1]
    if (previous !== undefined && previous.shape.at(-1) !== x.shape[0]) {
      throw new ShapeError(
        `multiDot: tensors ${i - 1} and ${i} do not fit, ${showShape(previous.shape)} @ ${showShape(x.shape)}`,
      )
    }
  }
}

const takesMultiDot = signature('multiDot', { tensors: kinds.tensors })

/**
 * The product of a chain of matrices, multiplied in the order that takes the fewest steps.
 *
 * @param tensors matrices; the first may be a vector, which counts as a row, and the last one, which counts as a column
 * @throws ShapeError where the sizes do not fit, DTypeError when the dtypes differ.
 * @example
 * linalg.multiDot([ones([2, 3]), ones([3, 4]), ones([4])]) // tensor([12., 12.])
 * @see torch.linalg.multi_dot
 */
export function multiDot(tensors: readonly Tensor[], ...none: []): Tensor {
  takesMultiDot([tensors], none)
  checkChain(tensors)
  if (tensors[0]?.dtype === 'bool') throw new DTypeError('multiDot: not defined for bool tensors')
  const [first, last] = [tensors[0] as Tensor, tensors[tensors.length - 1] as Tensor]
  const matrices = [...tensors]
  if (first.ndim === 1) matrices[0] = first.unsqueeze(0)
  if (last.ndim === 1) matrices[matrices.length - 1] = last.unsqueeze(1)
  const sizes = [...matrices.map((x) => x.shape[0] as number), matrices.at(-1)?.shape[1] as number]
  const product = multiply(matrices, planChain(sizes), 0, matrices.length - 1)
  return product.reshape([
    ...(first.ndim === 1 ? [] : [sizes[0] as number]),
    ...(last.ndim === 1 ? [] : [sizes.at(-1) as number]),
  ])
}
