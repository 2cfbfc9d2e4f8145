import { checkDtype, getDefaultDtype } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { getAutograd } from '../core/graph'
import { checkWritable } from '../core/op'
import { allocate } from '../core/operand'
import { checkSizes, type Shape, showShape } from '../core/shape'
import { elementsOf } from '../kernels/js/elements-of'
import type { Strided } from '../kernels/strided'
import { getBackend } from '../memory/backend'
import { fillBernoulli } from '../random/bernoulli'
import { defaultGenerator } from '../random/default-generator'
import type { Generator } from '../random/generator'
import { multinomial as drawMultinomial } from '../random/multinomial'
import { fillNormalOneByOne } from '../random/normal'
import { fillRandint } from '../random/randint'
import { randperm as fillRandperm } from '../random/randperm'
import type { Tensor } from '../tensor'
import { finish, type TensorOptions, unsetLike } from './creation'
import { drawBernoulli } from './draw-bernoulli'
import { drawNormal } from './draw-normal'
import { drawUniform } from './draw-uniform'

export interface RandomOptions extends TensorOptions {
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

type FloatArray = Float32Array | Float64Array

function randomFloats(
  op: string,
  shape: Shape,
  options: RandomOptions,
  fill: (to: Strided, generator: Generator) => void,
): Tensor {
  checkSizes(op, shape)
  const dtype = options.dtype ?? getDefaultDtype()
  checkDtype(op, dtype)
  if (dtype !== 'float32' && dtype !== 'float64')
    throw new DTypeError(`${op}: draws floating-point numbers, not ${dtype}`)
  const out = allocate(shape, dtype)
  fill(out, options.generator ?? defaultGenerator)
  return finish(out, options)
}

/**
 * Numbers from the uniform distribution on [0, 1), PyTorch's own for the same seed.
 *
 * @example
 * manualSeed(0)
 * rand([2]) // tensor([0.4963, 0.7682])
 * @see torch.rand
 */
export function rand(shape: Shape, options: RandomOptions = {}): Tensor {
  return randomFloats('rand', shape, options, (to, generator) => drawUniform(to, 0, 1, generator))
}

/**
 * Numbers from the standard normal distribution, PyTorch's own for the same seed.
 *
 * @example
 * manualSeed(0)
 * randn([2]) // tensor([ 1.5410, -0.2934])
 * @see torch.randn
 */
export function randn(shape: Shape, options: RandomOptions = {}): Tensor {
  return normal(0, 1, shape, options)
}

/**
 * Numbers from a normal distribution.
 *
 * @throws RangeError for a negative standard deviation.
 * @example
 * normal(2, 3, [5]).shape // [5]
 * @see torch.normal
 */
export function normal(mean: number, std: number, shape: Shape, options: RandomOptions = {}): Tensor {
  return randomFloats('normal', shape, options, (to, generator) => drawNormal(to, mean, std, generator))
}

/**
 * Integers from `low` to `high` - 1, as int64.
 *
 * @throws RangeError when there is no integer between the bounds.
 * @example
 * randint(0, 10, [3]).dtype // 'int64'
 * @see torch.randint
 */
export function randint(low: number, high: number, shape: Shape, options: RandomOptions = {}): Tensor {
  checkSizes('randint', shape)
  const out = allocate(shape, options.dtype ?? 'int64')
  fillRandint(elementsOf(out), low, high, options.generator ?? defaultGenerator)
  return finish(out, options)
}

/**
 * The integers from 0 to n - 1 in random order, as int64.
 *
 * @throws RangeError when n is negative or no integer.
 * @example
 * randperm(4).sum().item() // 6
 * @see torch.randperm
 */
export function randperm(n: number, options: RandomOptions = {}): Tensor {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`randperm: n must be a non-negative integer, got ${n}`)
  const out = allocate([n], options.dtype ?? 'int64')
  fillRandperm(elementsOf(out), options.generator ?? defaultGenerator)
  return finish(out, options)
}

/**
 * For each probability a 1 with that probability, else a 0.
 *
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * bernoulli(tensor([0, 1], { dtype: 'float32' })) // tensor([0., 1.])
 * @see torch.bernoulli
 */
export function bernoulli(
  probabilities: Tensor,
  { generator = defaultGenerator }: { generator?: Generator } = {},
): Tensor {
  if (!probabilities.isFloatingPoint()) {
    throw new DTypeError(`bernoulli: probabilities must be floating point, got ${probabilities.dtype}`)
  }
  const out = allocate(probabilities.shape, probabilities.dtype)
  fillBernoulli(elementsOf(out), probabilities.toTypedArray() as FloatArray, generator)
  return out
}

/**
 * Indices drawn with a probability in proportion to their weight.
 *
 * @param weights shape [n] or [rows, n]
 * @returns int64, shape [numSamples] or [rows, numSamples]
 * @throws RangeError for weights that are negative or all zero, and for more samples than there are without replacement.
 * @example
 * multinomial(tensor([0, 2.5]), 2, { replacement: true }) // tensor([1, 1])
 * @see torch.multinomial
 */
export function multinomial(
  weights: Tensor,
  numSamples: number,
  { replacement = false, generator = defaultGenerator }: { replacement?: boolean; generator?: Generator } = {},
): Tensor {
  if (weights.ndim !== 1 && weights.ndim !== 2) {
    throw new ShapeError(`multinomial: weights must have 1 or 2 dimensions, got ${showShape(weights.shape)}`)
  }
  if (!weights.isFloatingPoint())
    throw new DTypeError(`multinomial: weights must be floating point, got ${weights.dtype}`)
  const rows = weights.ndim === 2 ? (weights.shape[0] as number) : 1
  const length = weights.shape.at(-1) as number
  const values = weights.toTypedArray() as FloatArray
  const out = allocate([...weights.shape.slice(0, -1), numSamples], 'int64')
  for (let row = 0; row < rows; row++) {
    const drawn = drawMultinomial(values.subarray(row * length, (row + 1) * length), numSamples, replacement, generator)
    elementsOf(out).set(drawn, row * numSamples)
  }
  return out
}

/** Draws into a tensor: the numbers come in the order in which the elements lie in memory. */
function drawInto(op: string, x: Tensor, fill: (to: Strided) => void): void {
  checkWritable(op, x)
  getAutograd()?.checkInPlace(op, x)
  if (x.isContiguous()) {
    fill(x)
  } else {
    const { dtype, offset } = x
    const order = x.strides.map((_, d) => d).sort((a, b) => (x.strides[b] as number) - (x.strides[a] as number))
    const shape = order.map((d) => x.shape[d] as number)
    const strides = order.map((d) => x.strides[d] as number)
    const drawn = allocate(shape, dtype)
    fill(drawn)
    getBackend().kernels.copy(drawn, { storage: x.storage, dtype, shape, strides, offset })
  }
  x.storage.version++
}

function checkFloating(op: string, x: Tensor): void {
  if (!x.isFloatingPoint()) throw new DTypeError(`${op}: draws floating-point numbers, not ${x.dtype}`)
}

export interface DrawOptions {
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

export function uniformInPlace(
  x: Tensor,
  from: number,
  to: number,
  { generator = defaultGenerator }: DrawOptions,
): void {
  checkFloating('uniform_', x)
  drawInto('uniform_', x, (out) => drawUniform(out, from, to, generator))
}

/**
 * Fills a tensor from the normal distribution.
 *
 * @returns the tensor
 * @throws DTypeError for integers.
 * @throws RangeError for a negative standard deviation.
 * @example
 * manualSeed(0)
 * normal_(empty([2])) // tensor([ 1.5410, -0.2934])
 * @see torch.Tensor.normal_
 */
export function normal_<T extends Tensor>(
  x: T,
  mean = 0,
  std = 1,
  { generator = defaultGenerator }: DrawOptions = {},
): T {
  checkFloating('normal_', x)
  drawInto('normal_', x, (out) => {
    if (x.isContiguous()) drawNormal(out, mean, std, generator)
    else fillNormalOneByOne(elementsOf(out) as FloatArray, mean, std, generator)
  })
  return x
}

/**
 * Fills a tensor with 1 with probability `p`, else 0.
 *
 * @returns the tensor
 * @throws RangeError for a probability outside [0, 1].
 * @example
 * bernoulli_(empty([2]), 1) // tensor([1., 1.])
 * @see torch.Tensor.bernoulli_
 */
export function bernoulli_<T extends Tensor>(x: T, p = 0.5, { generator = defaultGenerator }: DrawOptions = {}): T {
  drawInto('bernoulli_', x, (out) => drawBernoulli(out, p, generator))
  return x
}

/** Random numbers in the shape, dtype and memory order of another tensor, uniform on [0, 1). @see torch.rand_like */
export function randLike(x: Tensor, options: RandomOptions = {}): Tensor {
  const out = unsetLike('randLike', x, options.dtype)
  checkFloating('randLike', out)
  const generator = options.generator ?? defaultGenerator
  drawInto('randLike', out, (to) => drawUniform(to, 0, 1, generator))
  return finish(out, options)
}

/** Random numbers in the shape, dtype and memory order of another tensor, standard normal. @see torch.randn_like */
export function randnLike(x: Tensor, options: RandomOptions = {}): Tensor {
  const out = unsetLike('randnLike', x, options.dtype)
  normal_(out, 0, 1, options)
  return finish(out, options)
}

/** Random integers in the shape, dtype and memory order of another tensor. @see torch.randint_like */
export function randintLike(x: Tensor, low: number, high: number, options: RandomOptions = {}): Tensor {
  const out = unsetLike('randintLike', x, options.dtype)
  drawInto('randintLike', out, (to) => fillRandint(elementsOf(to), low, high, options.generator ?? defaultGenerator))
  return finish(out, options)
}
