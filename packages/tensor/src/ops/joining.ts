import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { allocate, castTo } from '../core/operand'
import { promoteTypes } from '../core/promotion'
import { contiguousStrides, normalizeDim, type Shape, sameShape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zeros } from './creation'
import { selectAt, sliceAlong } from './view'

interface JoinParams {
  readonly dim: number
}

/** Older PyTorch had no other empty tensor than this, so that it still joins with any shape and adds nothing. */
const isNothing = (shape: Shape): boolean => shape.length === 1 && shape[0] === 0

/** The tensors' elements in one new tensor, outside of any graph. */
function joined(tensors: readonly Tensor[], dim: number): Tensor {
  const dtype = tensors.map((x) => x.dtype).reduce(promoteTypes)
  const present = tensors.filter((x) => !isNothing(x.shape))
  const [first = tensors[0] as Tensor] = present
  const size = present.reduce((total, x) => total + (x.shape[dim] as number), 0)
  const shape = first.shape.map((old, d) => (d === dim ? size : old))
  const out = allocate(shape, dtype)
  const strides = contiguousStrides(shape)
  let start = 0
  for (const x of present) {
    const part = { storage: out.storage, dtype, shape: x.shape, strides, offset: start * (strides[dim] as number) }
    getBackend().kernels.copy(castTo(x, dtype), part)
    start += x.shape[dim] as number
  }
  return out
}

const catOp: Op<Tensor[], JoinParams> = {
  name: 'cat',
  forward: (_, tensors, { dim }) => joined(tensors, dim),
  backward({ params: { dim }, shapes, needs }, grad) {
    let start = 0
    return shapes.map((shape, i) => {
      if (isNothing(shape)) return zeros(shape, { dtype: grad.dtype })
      const size = shape[dim] as number
      const from = start
      start += size
      return needs[i] === true ? sliceAlong(grad, dim, from, size, 1) : null
    })
  },
}

const stackOp: Op<Tensor[], JoinParams> = {
  name: 'stack',
  forward(_, tensors, { dim }) {
    const rows = tensors.map((x) => x.detach().unsqueeze(dim))
    return joined(rows, dim)
  },
  backward: ({ params: { dim }, needs }, grad) => needs.map((need, i) => (need ? selectAt(grad, dim, i) : null)),
}

/** Tensors one after another along a dimension that they have, in the name of an op. */
export function catAs(op: string, tensors: readonly Tensor[], dim: number): Tensor {
  const [any] = tensors
  if (any === undefined) throw new ShapeError(`${op}: expects at least one tensor, got none`)
  const present = tensors.filter((x) => !isNothing(x.shape))
  const [first = any] = present
  // Where nothing is joined, any dimension will do.
  const d = present.length === 0 ? 0 : normalizeDim(op, dim, first.ndim)
  for (const x of present) {
    if (x.ndim === 0) throw new ShapeError(`${op}: 0-d tensors cannot be joined; stack makes a dimension for them`)
    if (x.ndim !== first.ndim || !x.shape.every((size, i) => i === d || size === first.shape[i])) {
      throw new ShapeError(
        `${op}: ${showShape(first.shape)} and ${showShape(x.shape)} differ in more than dimension ${d}`,
      )
    }
  }
  return apply(catOp, [...tensors], { dim: d })
}

export interface JoinOptions {
  /** The dimension. Default 0. */
  dim?: number
}

export type JoinArgs = Args<JoinOptions, ['dim']>

const takesTensors = signature('', { tensors: kinds.tensors }, { dim: kinds.integer })

/**
 * Tensors one after another along a dimension that they have.
 *
 * @param tensors equal in every other dimension; empty 1-d tensors are passed over
 * @throws ShapeError when there are none, or their shapes differ elsewhere.
 * @example
 * cat([tensor([1, 2]), tensor([3])]) // tensor([1, 2, 3])
 * @see torch.cat
 */
export function cat(tensors: readonly Tensor[], ...args: JoinArgs): Tensor {
  const { dim = 0 } = takesTensors([tensors], args, 'cat')
  return catAs('cat', tensors, dim)
}

/**
 * Tensors of one shape along a new dimension.
 *
 * @throws ShapeError when there are none, or their shapes differ.
 * @example
 * stack([tensor([1, 2]), tensor([3, 4])]) // tensor([[1, 2], [3, 4]])
 * @see torch.stack
 */
export function stack(tensors: readonly Tensor[], ...args: JoinArgs): Tensor {
  const { dim = 0 } = takesTensors([tensors], args, 'stack')
  const [first] = tensors
  if (first === undefined) throw new ShapeError('stack: expects at least one tensor, got none')
  for (const [i, x] of tensors.entries()) {
    if (!sameShape(x.shape, first.shape)) {
      throw new ShapeError(
        `stack: expects each tensor to be equal size, but got ${showShape(first.shape)} at entry 0 and ${showShape(x.shape)} at entry ${i}`,
      )
    }
  }
  return apply(stackOp, [...tensors], { dim: normalizeDim('stack', dim, first.ndim + 1) })
}
