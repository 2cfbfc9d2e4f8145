import type { DType } from '../core/dtype'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { reduceTo, type SumParams, sumDtype, summable, sumParamsOf, unreduced } from './reduction'
import { scan } from './scan'
import { opposite, shift } from './shift'

/** y = Π x;  ∂xᵢ = g Πⱼ≠ᵢ xⱼ. */
const prodOp: Op<[Tensor], SumParams> = {
  name: 'prod',
  nodeFor: (_, { isWhole }) => `ProdBackward${isWhole ? 0 : 1}`,
  forward(context, [x], params) {
    context.save(x)
    return reduceTo('prod', x, params, params.dtype)
  },
  backward({ saved, params, shapes: [shape = []] }, grad) {
    const [x] = saved as [Tensor]
    const [dim] = params.dims
    const others =
      params.isWhole || dim === undefined ? productOfOthers(x.reshape(-1), 0).reshape(shape) : productOfOthers(x, dim)
    return [unreduced(grad, shape, params).mul(others)]
  },
}

/** The product of the elements before each times that of those behind it: dividing the whole one would fail at 0. */
function productOfOthers(x: Tensor, dim: number): Tensor {
  const along = { dim, reverse: false }
  const back = opposite(along)
  return shift(scan('cumprod', x, along), along, 1).mul(shift(scan('cumprod', x, back), back, 1))
}

export interface ProdOptions {
  /** The dimension to take away; null for all. Default null. */
  dim?: number | null
  /** Keep the reduced dimension as size 1. Default false. */
  keepdim?: boolean
  /** Convert the elements to this dtype first. */
  dtype?: DType
}

export type ProdArgs = Args<ProdOptions, ['dim', 'keepdim']>

const takesProd = signature(
  'prod',
  { input: kinds.tensor },
  { dim: kinds.orNull(kinds.integer), keepdim: kinds.boolean },
  { dtype: kinds.dtype },
)

/**
 * The product Π x along a dimension, or of all elements. Integers and booleans multiply to int64.
 *
 * @throws IndexError when there is no such dimension.
 * @example
 * prod(tensor([[1, 2], [3, 4]]), 0) // tensor([3, 8])
 * @see torch.prod
 */
export function prod(x: Tensor, ...args: ProdArgs): Tensor {
  const { dim, keepdim = false, dtype } = takesProd([x], args)
  const type = sumDtype(x, dtype)
  return apply(prodOp, [summable(x, type)], sumParamsOf('prod', x, dim ?? undefined, keepdim, type))
}
