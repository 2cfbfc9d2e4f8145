import { DTypeError, ShapeError } from '../core/errors'
import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { apply, type Context, type Op } from '../core/op'
import { allocate, reshaped } from '../core/operand'
import { broadcastShapes, broadcastStrides, numelOf, type Shape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Strided } from '../kernels/strided'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { takesTwo } from './takes'
import { unsafeView } from './view'

function checkOperands(op: string, a: Strided, b: Strided): void {
  if (a.dtype !== b.dtype) throw new DTypeError(`${op}: operands have different dtypes, ${a.dtype} and ${b.dtype}`)
  if (a.dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors`)
  if (a.shape.at(-1) !== b.shape.at(-2)) {
    throw new ShapeError(`${op}: inner dimensions differ, ${showShape(a.shape)} @ ${showShape(b.shape)}`)
  }
}

/** The product of two stacks of matrices (rank 2 and more), batch dimensions broadcast; plus a row of biases. */
function compute(op: string, a: Strided, b: Strided, bias: Tensor | null): Tensor {
  checkOperands(op, a, b)
  const batch = broadcastShapes(op, a.shape.slice(0, -2), b.shape.slice(0, -2))
  const out = allocate([...batch, a.shape.at(-2) as number, b.shape.at(-1) as number], a.dtype)
  getBackend().kernels.matmul(inBatch(a, batch), inBatch(b, batch), bias, out)
  return out
}

function inBatch(x: Strided, batch: readonly number[]): Strided {
  if (x.shape.length === batch.length + 2 && batch.every((size, d) => size === x.shape[d])) return x
  const shape = [...batch, ...x.shape.slice(-2)]
  const { storage, dtype, offset } = x
  return { storage, dtype, shape, strides: broadcastStrides(x.shape, x.strides, shape), offset }
}

/** C = A B:  ∂A = ∂C Bᵀ,  ∂B = Aᵀ ∂C. */
const productOps = { mm: defineProduct('mm'), bmm: defineProduct('bmm') }

function defineProduct(name: string): Op<[Tensor, Tensor]> {
  return {
    name,
    forward(context, [a, b]) {
      saveForEachOther(context, a, b)
      return compute('matmul', a, b, null)
    },
    backward({ saved, needs }, grad) {
      const [a, b] = saved as [Tensor, Tensor]
      return [
        needs[0] === true ? product(grad, b.transpose(-2, -1)) : null,
        needs[1] === true ? gradOfSecond(a, b, grad) : null,
      ]
    },
  }
}

/** The gradient of each is written in the other. */
function saveForEachOther(context: Context<undefined>, a: Tensor, b: Tensor): void {
  context.save(context.needs[1] === true ? a : null, context.needs[0] === true ? b : null)
}

/** Aᵀ ∂C; for a transposed weight the transpose of ∂Cᵀ A, which lies in memory as the weight does. */
function gradOfSecond(a: Tensor, b: Tensor | null, grad: Tensor): Tensor {
  const isTransposed = b?.ndim === 2 && b.strides[0] === 1 && b.strides[1] !== 1
  if (isTransposed && a.ndim === 2) return product(grad.transpose(-2, -1), a).transpose(-2, -1)
  return product(a.transpose(-2, -1), grad)
}

const asRow = (x: Strided): Strided => seenAs(x, [1, x.shape[0] as number], [0, x.strides[0] as number])
const asColumn = (x: Strided): Strided => seenAs(x, [x.shape[0] as number, 1], [x.strides[0] as number, 0])

function seenAs({ storage, dtype, offset }: Strided, shape: Shape, strides: readonly number[]): Strided {
  return { storage, dtype, shape, strides, offset }
}

/** y = A x:  ∂A = ∂y xᵀ,  ∂x = Aᵀ ∂y. */
const mvOp: Op<[Tensor, Tensor]> = {
  name: 'mv',
  forward(context, [a, x]) {
    saveForEachOther(context, a, x)
    return reshaped(compute('matmul', a, asColumn(x), null), [a.shape[0] as number])
  },
  backward({ saved, needs }, grad) {
    const [a, x] = saved as [Tensor, Tensor]
    return [needs[0] === true ? grad.unsqueeze(1).mul(x) : null, needs[1] === true ? product(a.t(), grad) : null]
  },
}

/** c = a · b:  ∂a = ∂c b,  ∂b = ∂c a. */
const dotOp: Op<[Tensor, Tensor]> = {
  name: 'dot',
  forward(context, [a, b]) {
    saveForEachOther(context, a, b)
    return reshaped(compute('matmul', asRow(a), asColumn(b), null), [])
  },
  backward({ saved, needs }, grad) {
    const [a, b] = saved as [Tensor, Tensor]
    return [needs[0] === true ? grad.mul(b) : null, needs[1] === true ? grad.mul(a) : null]
  },
}

/**
 * The matrix product, with PyTorch's rules: 1-d operands are a row on the left and a column on the right (and the added
 * dimension goes away again), more than two dimensions are stacks of matrices whose leading dimensions broadcast.
 *
 * @param a shape [..., m, k] or [k]
 * @param b shape [..., k, n] or [k]
 * @returns shape [..., m, n]
 * @throws ShapeError when the inner dimensions differ.
 * @throws DTypeError when the dtypes differ.
 * @example
 * matmul(tensor([[1, 2], [3, 4]]), tensor([1, 1])) // tensor([3, 7])
 * @see torch.matmul
 */
export function matmul(a: Tensor, b: Tensor, ...none: []): Tensor {
  if (none.length > 0 || !isTensor(a) || !isTensor(b)) takesTwo([a, b], none, 'matmul')
  return product(a, b)
}

/** The matrix product of what is known to be two tensors. */
function product(a: Tensor, b: Tensor): Tensor {
  if (a.ndim === 0 || b.ndim === 0) {
    throw new ShapeError(
      `matmul: both operands need at least 1 dimension, got ${showShape(a.shape)} @ ${showShape(b.shape)}`,
    )
  }
  const [rows, inner] = [a.shape.slice(0, -1), a.shape.at(-1) as number]
  if (inner !== b.shape.at(b.ndim === 1 ? 0 : -2)) {
    throw new ShapeError(`matmul: inner dimensions differ, ${showShape(a.shape)} @ ${showShape(b.shape)}`)
  }
  if (a.ndim === 1) {
    if (b.ndim === 1) return apply(dotOp, [a, b], undefined)
    return product(a.unsqueeze(0), b).squeeze(-2)
  }
  if (a.ndim === 2 && b.ndim <= 2) return apply(b.ndim === 1 ? mvOp : productOps.mm, [a, b], undefined)
  // A stack times one matrix is one product of all its rows.
  if (b.ndim <= 2) return unsafeView(product(a.reshape([numelOf(rows), inner]), b), [...rows, ...b.shape.slice(1)])
  const out = apply(productOps.bmm, [a, b], undefined)
  return unsafeView(out, out.shape)
}

function transposed({ storage, dtype, shape, strides, offset }: Strided): Strided {
  return { storage, dtype, shape: [...shape].reverse(), strides: [...strides].reverse(), offset }
}

/** Y = X Wᵀ + b:  ∂b = Σ rows of ∂Y,  ∂X = ∂Y W,  ∂W = ∂Yᵀ X. */
const linearOp: Op<[Tensor, Tensor, Tensor]> = {
  name: 'addmm',
  forward(context, [x, weight, bias]) {
    context.save(context.needs[1] === true ? x : null, context.needs[0] === true ? weight : null)
    return compute('linear', x, transposed(weight), bias)
  },
  backward({ saved, needs }, grad) {
    const [x, weight] = saved as [Tensor, Tensor]
    return [
      needs[0] === true ? product(grad, weight) : null,
      needs[1] === true ? product(grad.t(), x) : null,
      needs[2] === true ? grad.sum(0) : null,
    ]
  },
}

export interface LinearOptions {
  /** Shape [out], or null for none. Default null. */
  bias?: Tensor | null
}

const takesLinear = signature(
  'linear',
  { input: kinds.tensor, weight: kinds.tensor },
  { bias: kinds.orNull(kinds.tensor) },
)

/**
 * y = x Wᵀ + b, the fully connected layer.
 *
 * @param x shape [..., in]
 * @param weight shape [out, in]
 * @returns shape [..., out]
 * @throws ShapeError when the sizes do not fit.
 * @throws DTypeError when the dtypes differ.
 * @example
 * linear(tensor([[1, 2]]), tensor([[3, 4]]), tensor([1])) // tensor([[12]])
 * @see torch.nn.functional.linear
 */
export function linear(x: Tensor, weight: Tensor, ...args: Args<LinearOptions, ['bias']>): Tensor {
  const { bias = null } = takesLinear([x, weight], args)
  if (x.ndim === 0 || weight.ndim !== 2 || x.shape.at(-1) !== weight.shape[1]) {
    throw new ShapeError(
      `linear: an input ${showShape(x.shape)} does not fit a weight ${showShape(weight.shape)} ([out, in])`,
    )
  }
  if (bias !== null && (bias.ndim !== 1 || bias.shape[0] !== weight.shape[0])) {
    throw new ShapeError(
      `linear: a bias ${showShape(bias.shape)} does not fit a weight ${showShape(weight.shape)} ([out, in])`,
    )
  }
  if (bias !== null && bias.dtype !== x.dtype) {
    throw new DTypeError(`linear: operands have different dtypes, ${x.dtype} and ${bias.dtype}`)
  }
  if (bias === null) return product(x, weight.t())
  if (x.ndim === 2) return apply(linearOp, [x, weight, bias], undefined)
  const [rows, features] = [x.shape.slice(0, -1), x.shape.at(-1) as number]
  const out = apply(linearOp, [x.reshape([numelOf(rows), features]), weight, bias], undefined)
  return out.view([...rows, weight.shape[0] as number])
}
