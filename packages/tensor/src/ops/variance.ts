import { isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, nameStep, type Op } from '../core/op'
import { numelOf, type Shape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import type { Tensor } from '../tensor'
import { paramsOf, type ReductionOptions, type ReductionParams, unreduced } from './reduction'
import { mean, sum } from './sum'

export interface VarianceOptions extends ReductionOptions {
  /** The older way to say it: true is a correction of 1, false of 0. */
  unbiased?: boolean
  /** What is taken from the count in the divisor: 1 for the unbiased variance, 0 for the biased. Default 1. */
  correction?: number
}

/** `x.var(0, false)` says `unbiased` second, as PyTorch does, and `x.var(false)` says it alone. */
export type VarianceArgs = Args<VarianceOptions, ['dim', 'unbiased', 'keepdim']> | [unbiased: boolean]

const takes = signature(
  '',
  { input: kinds.tensor },
  { dim: kinds.dims, unbiased: kinds.boolean, keepdim: kinds.boolean },
  { correction: kinds.number },
)

function optionsOf(op: string, x: Tensor, args: VarianceArgs): VarianceOptions {
  const [first] = args
  return takes([x], typeof first === 'boolean' && args.length === 1 ? [{ unbiased: first }] : args, op)
}

interface VarianceParams extends ReductionParams {
  readonly correction: number
}

/** n - correction; 0 where there is nothing to divide. */
function divisor(shape: Shape, { dims, correction }: VarianceParams): number {
  const count = numelOf(dims.map((d) => shape[d] as number))
  return count === 0 ? 0 : count - correction
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

function spread(op: typeof varOp, name: string, x: Tensor, options: VarianceOptions): Tensor {
  const { dim, keepdim = false, unbiased = true, correction = Number(unbiased) } = options
  if (!isFloatingPoint(x.dtype)) throw new DTypeError(`${name}: needs a floating-point tensor, got ${x.dtype}`)
  return apply(op, [x], { ...paramsOf(name, x, dim, keepdim), correction })
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
export function variance(x: Tensor, ...args: VarianceArgs): Tensor {
  return spread(varOp, 'var', x, optionsOf('var', x, args))
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
export function std(x: Tensor, ...args: VarianceArgs): Tensor {
  return spread(stdOp, 'std', x, optionsOf('std', x, args))
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
export function varMean(x: Tensor, ...args: VarianceArgs): { readonly var: Tensor; readonly mean: Tensor } {
  const options = optionsOf('varMean', x, args)
  const spreadOut = spread(varOp, 'varMean', x, options)
  const average = mean(x, options.dim, options.keepdim)
  const node = 'VarMeanBackward0'
  return { var: nameStep(node, spreadOut), mean: nameStep(node, average) }
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
export function stdMean(x: Tensor, ...args: VarianceArgs): { readonly std: Tensor; readonly mean: Tensor } {
  const options = optionsOf('stdMean', x, args)
  const spreadOut = spread(stdOp, 'stdMean', x, options)
  const average = mean(x, options.dim, options.keepdim)
  const node = 'StdMeanBackward0'
  return { std: nameStep(node, spreadOut), mean: nameStep(node, average) }
}
