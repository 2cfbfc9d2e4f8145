import * as kinds from '../core/kinds'
import { nameStep } from '../core/op'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { tensor } from './creation'
import { matmul } from './matmul'
import { checkProduct, checkSameDtype, matrixProduct } from './matrix-products'
import { expand } from './view'

/** Weights of what is added to a product and of the product. */
export interface AddProductOptions {
  /** What the input is multiplied by; with 0 it counts for nothing, even where it is NaN. Default 1. */
  beta?: number
  /** What the product is multiplied by; with 0 it counts for nothing. Default 1. */
  alpha?: number
}

/** factor · x, and 0 for a factor of 0 whatever x holds. */
export function weighted(x: Tensor, factor: number): Tensor {
  if (factor === 1) return x
  return factor === 0 ? x.maskedFill(tensor(true), 0) : x.mul(factor)
}

const weightKinds = { beta: kinds.number, alpha: kinds.number }
const takesMatrices = signature(
  'addmm',
  { input: kinds.tensor, mat1: kinds.tensor, mat2: kinds.tensor },
  {},
  weightKinds,
)
const takesVector = signature('addmv', { input: kinds.tensor, mat: kinds.tensor, vec: kinds.tensor }, {}, weightKinds)
const takesStacks = signature('', { input: kinds.tensor, batch1: kinds.tensor, batch2: kinds.tensor }, {}, weightKinds)

/** beta · input + alpha · product; for integers the weights are cut to whole numbers. */
function addProduct(op: string, input: Tensor, product: Tensor, { beta = 1, alpha = 1 }: AddProductOptions): Tensor {
  checkSameDtype(op, input, product)
  const [ofInput, ofProduct] = input.isFloatingPoint() ? [beta, alpha] : [Math.trunc(beta), Math.trunc(alpha)]
  const sum = weighted(expand(input, product.shape, op), ofInput).add(weighted(product, ofProduct))
  return nameStep(`${op.charAt(0).toUpperCase()}${op.slice(1)}Backward0`, sum)
}

/**
 * beta · input + alpha · (A B), for matrices.
 *
 * @param input broadcasts to [m, n]
 * @param a shape [m, k]
 * @param b shape [k, n]
 * @returns shape [m, n]
 * @throws ShapeError where the sizes do not fit, DTypeError when the dtypes differ.
 * @example
 * addmm(tensor([10, 20]), tensor([[1, 2]]), tensor([[1, 0], [0, 1]])) // tensor([[11, 22]])
 * @see torch.addmm
 */
export function addmm(input: Tensor, a: Tensor, b: Tensor, ...args: Args<AddProductOptions>): Tensor {
  const options = takesMatrices([input, a, b], args)
  return addProduct('addmm', input, matrixProduct('addmm', a, b, 2, 2), options)
}

/**
 * beta · input + alpha · (A x), for a matrix and a vector.
 *
 * @param input broadcasts to [m]
 * @param a shape [m, k]
 * @param x shape [k]
 * @returns shape [m]
 * @throws ShapeError where the sizes do not fit, DTypeError when the dtypes differ.
 * @example
 * addmv(tensor([10]), tensor([[1, 2]]), tensor([3, 4])) // tensor([21])
 * @see torch.addmv
 */
export function addmv(input: Tensor, a: Tensor, x: Tensor, ...args: Args<AddProductOptions>): Tensor {
  const options = takesVector([input, a, x], args)
  return addProduct('addmv', input, matrixProduct('addmv', a, x, 2, 1), options)
}

/**
 * beta · input + alpha · Σᵢ (Aᵢ Bᵢ), the products of two stacks of matrices added up.
 *
 * @param input broadcasts to [m, n]
 * @param a shape [stack, m, k]
 * @param b shape [stack, k, n]
 * @returns shape [m, n]
 * @throws ShapeError where the sizes do not fit, DTypeError when the dtypes differ.
 * @example
 * addbmm(zeros([1, 1]), ones([2, 1, 3]), ones([2, 3, 1])) // tensor([[6.]])
 * @see torch.addbmm
 */
export function addbmm(input: Tensor, a: Tensor, b: Tensor, ...args: Args<AddProductOptions>): Tensor {
  const options = takesStacks([input, a, b], args, 'addbmm')
  checkProduct('addbmm', a, b, 3, 3)
  // The sum over the stack is one product of matrices side by side and one below the other.
  const [stack, m, k] = a.shape as [number, number, number]
  const [rows, columns] = [a.transpose(0, 1).reshape(m, stack * k), b.reshape(stack * k, b.shape[2] as number)]
  return addProduct('addbmm', input, matmul(rows, columns), options)
}

/**
 * beta · inputᵢ + alpha · (Aᵢ Bᵢ), for each pair of two stacks of matrices.
 *
 * @param input broadcasts to [stack, m, n]
 * @param a shape [stack, m, k]
 * @param b shape [stack, k, n]
 * @returns shape [stack, m, n]
 * @throws ShapeError where the sizes do not fit, DTypeError when the dtypes differ.
 * @example
 * baddbmm(ones([1]), ones([2, 1, 3]), ones([2, 3, 1])).toArray() // [[[4]], [[4]]]
 * @see torch.baddbmm
 */
export function baddbmm(input: Tensor, a: Tensor, b: Tensor, ...args: Args<AddProductOptions>): Tensor {
  const options = takesStacks([input, a, b], args, 'baddbmm')
  return addProduct('baddbmm', input, matrixProduct('baddbmm', a, b, 3, 3), options)
}
