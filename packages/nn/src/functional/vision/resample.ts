import { apply, indexAdd, type Op, type Tensor, tensor, zeros } from '@nn/tensor'
import type { Term } from './resampling'

/** How the indices of one dimension come from those of the input's. */
export interface DimensionTerms {
  readonly dim: number
  readonly inputSize: number
  /** The terms of every index. */
  readonly terms: readonly (readonly Term[])[]
}

interface Params {
  /** As `gradFn` names it. */
  readonly node: string
  readonly dimensions: readonly DimensionTerms[]
}

/** Nothing is saved: the gradient needs no more than the terms. */
const resampleOp: Op<[Tensor], Params> = {
  name: 'interpolate',
  nodeFor: (_, { node }) => node,
  forward: (_, [x], { dimensions }) => dimensions.reduce(resampleDimension, x),
  backward: ({ params }, grad) => [apply(spreadOp, [grad], params)],
}

/** Its transpose. */
const spreadOp: Op<[Tensor], Params> = {
  name: 'interpolateBackward',
  nodeFor: (_, { node }) => node.replace('Backward0', 'BackwardBackward0'),
  forward: (_, [grad], { dimensions }) => dimensions.reduceRight(spreadDimension, grad),
  backward: ({ params }, grad) => [apply(resampleOp, [grad], params)],
}

/** Makes dimensions of another size from the terms of their indices. */
export function resample(x: Tensor, node: string, dimensions: readonly DimensionTerms[]): Tensor {
  return apply(resampleOp, [x], { node, dimensions })
}

/** Makes every index of a dimension the weighted sum of some of the input's: as many gathers as it has terms at most. */
export function resampleDimension(x: Tensor, { dim, terms }: DimensionTerms): Tensor {
  const summands = layersOf(terms).map((layer) => weighted(x.indexSelect(dim, indicesOf(layer)), dim, layer))
  return summands.reduce((sum, summand) => sum.add(summand))
}

/** Adds what every index of a dimension holds to those that it came from. */
function spreadDimension(grad: Tensor, { dim, inputSize, terms }: DimensionTerms): Tensor {
  const shape = grad.shape.map((size, d) => (d === dim ? inputSize : size))
  const nothing = zeros(shape, { dtype: grad.dtype })
  return layersOf(terms).reduce(
    (sum, layer) => indexAdd(sum, dim, indicesOf(layer), weighted(grad, dim, layer)),
    nothing,
  )
}

/** The first terms of all indices, the second ones, and so on. */
function layersOf(terms: readonly (readonly Term[])[]): Term[][] {
  const count = Math.max(...terms.map(({ length }) => length))
  return Array.from({ length: count }, (_, k) => terms.map((ofOutput) => termOrNothing(ofOutput, k)))
}

/** An output element with fewer terms than others has its last one again, with the weight 0. */
function termOrNothing(terms: readonly Term[], k: number): Term {
  return terms[k] ?? { ...(terms.at(-1) as Term), weight: 0 }
}

function indicesOf(terms: readonly Term[]): Tensor {
  return tensor(
    terms.map(({ index }) => index),
    { dtype: 'int64' },
  )
}

function weighted(x: Tensor, dim: number, terms: readonly Term[]): Tensor {
  const weights = terms.map(({ weight }) => weight)
  if (weights.every((weight) => weight === 1)) return x
  const inner = new Array<number>(x.ndim - 1 - dim).fill(1)
  return x.mul(tensor(weights, { dtype: x.dtype }).reshape([-1, ...inner]))
}
