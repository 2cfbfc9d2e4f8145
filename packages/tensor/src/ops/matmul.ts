import { DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { broadcastShapes, broadcastStrides, showShape } from '../core/shape'
import type { Strided } from '../kernels/strided'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

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
const matmulOps = { mm: product('mm'), bmm: product('bmm') }

function product(name: string): Op<[Tensor, Tensor]> {
  return {
    name,
    forward(context, [a, b]) {
      context.save(a, b)
      return compute('matmul', a, b, null)
    },
    backward({ saved, needs }, grad) {
      const [a, b] = saved as [Tensor, Tensor]
      return [
        needs[0] === true ? matmul(grad, b.transpose(-2, -1)) : null,
        needs[1] === true ? gradOfSecond(a, b, grad) : null,
      ]
    },
  }
}

/** Aᵀ ∂C in B's own memory order, so that a transposed weight gets a gradient that lies as the weight does. */
function gradOfSecond(a: Tensor, b: Tensor, grad: Tensor): Tensor {
  const isTransposed = b.ndim === 2 && b.strides[0] === 1 && b.strides[1] !== 1
  if (isTransposed && a.ndim === 2) return matmul(grad.transpose(-2, -1), a).transpose(-2, -1)
  return matmul(a.transpose(-2, -1), grad)
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
export function matmul(a: Tensor, b: Tensor): Tensor {
  if (a.ndim === 0 || b.ndim === 0) {
    throw new ShapeError(
      `matmul: both operands need at least 1 dimension, got ${showShape(a.shape)} @ ${showShape(b.shape)}`,
    )
  }
  if (a.ndim === 1 || b.ndim === 1) {
    if (a.shape.at(-1) !== b.shape.at(b.ndim === 1 ? 0 : -2)) {
      throw new ShapeError(`matmul: inner dimensions differ, ${showShape(a.shape)} @ ${showShape(b.shape)}`)
    }
    const rows = a.ndim === 1 ? a.unsqueeze(0) : a
    const columns = b.ndim === 1 ? b.unsqueeze(1) : b
    const withColumns = matmul(rows, columns)
    const withRows = b.ndim === 1 ? withColumns.squeeze(-1) : withColumns
    return a.ndim === 1 ? withRows.squeeze(b.ndim === 1 ? -1 : -2) : withRows
  }
  const op = a.ndim === 2 && b.ndim === 2 ? matmulOps.mm : matmulOps.bmm
  return apply(op, [a, b], undefined)
}

function transposed({ storage, dtype, shape, strides, offset }: Strided): Strided {
  return { storage, dtype, shape: [...shape].reverse(), strides: [...strides].reverse(), offset }
}

/** Y = X Wᵀ + b:  ∂b = Σ rows of ∂Y,  ∂X = ∂Y W,  ∂W = ∂Yᵀ X. */
const linearOp: Op<[Tensor, Tensor, Tensor]> = {
  name: 'addmm',
  forward(context, [x, weight, bias]) {
    context.save(x, weight)
    return compute('linear', x, transposed(weight), bias)
  },
  backward({ saved, needs }, grad) {
    const [x, weight] = saved as [Tensor, Tensor]
    return [
      needs[0] === true ? matmul(grad, weight) : null,
      needs[1] === true ? matmul(grad.t(), x) : null,
      needs[2] === true ? grad.sum(0) : null,
    ]
  },
}

/**
 * y = x Wᵀ + b, the fully connected layer.
 *
 * @param x shape [..., in]
 * @param weight shape [out, in]
 * @param bias shape [out], or null
 * @returns shape [..., out]
 * @throws ShapeError when the sizes do not fit.
 * @throws DTypeError when the dtypes differ.
 * @example
 * linear(tensor([[1, 2]]), tensor([[3, 4]]), tensor([1])) // tensor([[12]])
 * @see torch.nn.functional.linear
 */
export function linear(x: Tensor, weight: Tensor, bias: Tensor | null = null): Tensor {
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
  const rows = x.ndim === 2 ? x : x.reshape([-1, x.shape.at(-1) as number])
  const out = bias === null ? matmul(rows, weight.t()) : apply(linearOp, [rows, weight, bias], undefined)
  return x.ndim === 2 ? out : out.reshape([...x.shape.slice(0, -1), weight.shape[0] as number])
}
