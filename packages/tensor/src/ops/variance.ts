import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import { apply, nameStep, type Op } from '../core/op'
import { numelOf, type Shape } from '../core/shape'
import type { Tensor } from '../tensor'
import { type Dims, paramsOf, type ReductionOptions, type ReductionParams, unreduced } from './reduction'
import { mean, sum } from './sum'

export interface VarianceOptions extends ReductionOptions {
  /** What is taken from the count in the divisor: 1 for the unbiased variance, 0 for the biased. Default 1. */
  correction?: number
  /** The older way to say it: true is a correction of 1, false of 0. */
  unbiased?: boolean
}

interface VarianceParams extends ReductionParams {
  readonly correction: number
}

/** n - correction. */
function divisor(shape: Shape, { dims, correction }: VarianceParams): number {
  return numelOf(dims.map((d) => shape[d] as number)) - correction
}

/** Σ (x - mean)² / (n - correction); too few elements give NaN or infinity, as 0/0 and x/0 do. */
function compute(x: Tensor, params: VarianceParams): Tensor {
  const deviations = x.sub(mean(x, params.dims, { keepdim: true }))
  return sum(deviations.square(), params.dims, params.keepdim).div(Math.max(divisor(x.shape, params), 0))
}

/** 2 (x - mean) / (n - correction) times the gradient. */
function gradient(grad: Tensor, x: Tensor, params: VarianceParams): Tensor {
  const deviations = x.sub(mean(x, params.dims, { keepdim: true }))
  return unreduced(grad, x.shape, params)
    .mul(deviations)
    .mul(2 / divisor(x.shape, params))
}

const varOp: Op<[Tensor], VarianceParams> = {
  name: 'var',
  forward(context, [x], params) {
    context.save(x)
    return compute(x, params)
  },
  backward({ saved, params }, grad) {
    const [x] = saved as [Tensor]
    return [gradient(grad, x, params)]
  },
}

/** √var; where it is 0 it has the gradient 0. */
const stdOp: Op<[Tensor], VarianceParams> = {
  name: 'std',
  forward(context, [x], params) {
    const out = compute(x, params).sqrt()
    context.save(x, out)
    return out
  },
  backward({ saved, params }, grad) {
    const [x, y] = saved as [Tensor, Tensor]
    const ofVariance = grad.div(y.mul(2)).maskedFill(y.eq(0), 0)
    return [gradient(ofVariance, x, params)]
  },
}

function spread(op: typeof varOp, x: Tensor, dim: Dims | undefined, options: VarianceOptions): Tensor {
  const { keepdim = false, unbiased = true, correction = Number(unbiased) } = options
  if (!isFloatingPoint(x.dtype)) throw new DTypeError(`${op.name}: needs a floating-point tensor, got ${x.dtype}`)
  return apply(op, [x], { ...paramsOf(op.name, x, dim, keepdim), correction })
}

/**
 * The variance Σ (x - mean)² / (n - correction) over dimensions, or of all elements. It is exported as `var`.
 *
 * @throws DTypeError for integers and booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * tensor([1.5, 2.5, 3.5]).var() // tensor(1.)
 * @see torch.var
 */
export function variance(x: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor {
  return spread(varOp, x, dim, options)
}

/**
 * The standard deviation, the root of the variance, over dimensions or of all elements. Its gradient where it is 0 is 0.
 *
 * @throws DTypeError for integers and booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * std(tensor([1.5, 2.5, 3.5])) // tensor(1.)
 * @see torch.std
 */
export function std(x: Tensor, dim?: Dims, options: VarianceOptions = {}): Tensor {
  return spread(stdOp, x, dim, options)
}

/**
 * The variance and the mean over dimensions, or of all elements.
 *
 * @throws DTypeError for integers and booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * varMean(tensor([1.5, 2.5, 3.5])).mean // tensor(2.5000)
 * @see torch.var_mean
 */
export function varMean(
  x: Tensor,
  dim?: Dims,
  options: VarianceOptions = {},
): { readonly var: Tensor; readonly mean: Tensor } {
  const average = mean(x, dim, { keepdim: options.keepdim ?? false })
  const node = 'VarMeanBackward0'
  return { var: nameStep(node, variance(x, dim, options)), mean: nameStep(node, average) }
}

/**
 * The standard deviation and the mean over dimensions, or of all elements.
 *
 * @throws DTypeError for integers and booleans.
 * @throws IndexError when there is no such dimension.
 * @example
 * stdMean(tensor([1.5, 2.5, 3.5])).std // tensor(1.)
 * @see torch.std_mean
 */
export function stdMean(
  x: Tensor,
  dim?: Dims,
  options: VarianceOptions = {},
): { readonly std: Tensor; readonly mean: Tensor } {
  const average = mean(x, dim, { keepdim: options.keepdim ?? false })
  const node = 'StdMeanBackward0'
  return { std: nameStep(node, std(x, dim, options)), mean: nameStep(node, average) }
}
