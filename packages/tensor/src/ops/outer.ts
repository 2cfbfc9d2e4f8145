import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { promoteTypes } from '../core/promotion'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { type AddProductOptions, weighted } from './add-products'
import { checkRank } from './matrix-products'
import { expand } from './view'

function outerProduct(op: string, a: Tensor, b: Tensor): Tensor {
  checkRank(op, a, 1)
  checkRank(op, b, 1)
  return a.unsqueeze(1).mul(b)
}

const takesOuter = signature('outer', { input: kinds.tensor, vec2: kinds.tensor })

/**
 * The outer product of two vectors, out[i][j] = aᵢ bⱼ.
 *
 * @param a shape [m]
 * @param b shape [n]
 * @returns shape [m, n]
 * @throws ShapeError unless both are vectors.
 * @example
 * outer(tensor([1, 2]), tensor([3, 4])) // tensor([[3, 4], [6, 8]])
 * @see torch.outer
 */
export function outer(a: Tensor, b: Tensor, ...none: []): Tensor {
  takesOuter([a, b], none)
  return outerProduct('outer', a, b)
}

const takesAddr = signature(
  'addr',
  { input: kinds.tensor, vec1: kinds.tensor, vec2: kinds.tensor },
  {},
  { beta: kinds.number, alpha: kinds.number },
)

/**
 * beta · input + alpha · (a bᵀ), for vectors. For bool tensors adding is `or` and multiplying `and`.
 *
 * @param input broadcasts to [m, n]
 * @param a shape [m]
 * @param b shape [n]
 * @returns shape [m, n]
 * @throws ShapeError where the sizes do not fit, DTypeError for fractional weights of integers.
 * @example
 * addr(zeros([2, 2]), tensor([1, 2]), tensor([3, 4])) // tensor([[3., 4.], [6., 8.]])
 * @see torch.addr
 */
export function addr(input: Tensor, a: Tensor, b: Tensor, ...args: Args<AddProductOptions>): Tensor {
  const { beta = 1, alpha = 1 } = takesAddr([input, a, b], args)
  const product = outerProduct('addr', a, b)
  const expanded = expand(input, product.shape, 'addr')
  if (input.dtype === 'bool' && product.dtype === 'bool') {
    const [ofInput, ofProduct] = [expanded, product].map((x, i) => weighted(x, (i === 0 ? beta : alpha) === 0 ? 0 : 1))
    return (ofInput as Tensor).logicalOr(ofProduct as Tensor)
  }
  const areWhole = Number.isInteger(beta) && Number.isInteger(alpha)
  if (!isFloatingPoint(promoteTypes(input.dtype, product.dtype)) && !areWhole) {
    throw new DTypeError(`addr: the weights of integers must be integers, got beta ${beta} and alpha ${alpha}`)
  }
  return weighted(expanded, beta).add(product, { alpha })
}
