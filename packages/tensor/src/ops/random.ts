import { checkDtype, getDefaultDtype, type TypedArray } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { getAutograd } from '../core/graph'
import { checkWritable } from '../core/op'
import { allocate } from '../core/operand'
import { checkSizes, contiguousStrides, type Shape, showShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import { Storage } from '../memory/storage'
import { fillBernoulli } from '../random/bernoulli'
import { defaultGenerator } from '../random/default-generator'
import type { Generator } from '../random/generator'
import { multinomial as drawMultinomial } from '../random/multinomial'
import { fillNormal, fillNormalOneByOne } from '../random/normal'
import { fillRandint } from '../random/randint'
import { randperm as fillRandperm } from '../random/randperm'
import { fillUniform } from '../random/uniform'
import type { Tensor } from '../tensor'
import { finish, type TensorOptions } from './creation'

export interface RandomOptions extends TensorOptions {
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

type FloatArray = Float32Array | Float64Array

/** The elements of a contiguous tensor. */
function elementsOf(x: Tensor): TypedArray {
  return x.storage.data.subarray(x.offset, x.offset + x.numel())
}

function randomFloats(
  op: string,
  shape: Shape,
  options: RandomOptions,
  fill: (to: FloatArray, g: Generator) => void,
): Tensor {
  checkSizes(op, shape)
  const dtype = options.dtype ?? getDefaultDtype()
  checkDtype(op, dtype)
  if (dtype !== 'float32' && dtype !== 'float64')
    throw new DTypeError(`${op}: draws floating-point numbers, not ${dtype}`)
  const out = allocate(shape, dtype)
  fill(elementsOf(out) as FloatArray, options.generator ?? defaultGenerator)
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
  return randomFloats('rand', shape, options, (to, generator) => fillUniform(to, 0, 1, generator))
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
  return randomFloats('normal', shape, options, (to, generator) => fillNormal(to, mean, std, generator))
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
 * bernoulli(tensor([0.0, 1.0])).toArray() // [0, 1]
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
 * multinomial(tensor([0.0, 3.0]), 2, { replacement: true }).toArray() // [1, 1]
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
function drawInto(op: string, x: Tensor, fill: (to: TypedArray) => void): void {
  checkWritable(op, x)
  getAutograd()?.checkInPlace(op, x)
  if (x.isContiguous()) {
    fill(elementsOf(x))
  } else {
    const { dtype, offset } = x
    const order = x.strides.map((_, d) => d).sort((a, b) => (x.strides[b] as number) - (x.strides[a] as number))
    const shape = order.map((d) => x.shape[d] as number)
    const strides = order.map((d) => x.strides[d] as number)
    const drawn = Storage.inArray(dtype, x.numel())
    fill(drawn.data)
    getBackend().kernels.copy(
      { storage: drawn, dtype, shape, strides: contiguousStrides(shape), offset: 0 },
      { storage: x.storage, dtype, shape, strides, offset },
    )
  }
  x.storage.version++
}

function checkFloating(op: string, x: Tensor): void {
  if (!x.isFloatingPoint()) throw new DTypeError(`${op}: draws floating-point numbers, not ${x.dtype}`)
}

interface Draw {
  generator?: Generator
}

export function uniformInPlace(x: Tensor, from: number, to: number, { generator = defaultGenerator }: Draw): void {
  checkFloating('uniform_', x)
  drawInto('uniform_', x, (out) => fillUniform(out as FloatArray, from, to, generator))
}

export function normalInPlace(x: Tensor, mean: number, std: number, { generator = defaultGenerator }: Draw): void {
  checkFloating('normal_', x)
  const fill = x.isContiguous() ? fillNormal : fillNormalOneByOne
  drawInto('normal_', x, (out) => fill(out as FloatArray, mean, std, generator))
}

export function bernoulliInPlace(x: Tensor, p: number, { generator = defaultGenerator }: Draw): void {
  drawInto('bernoulli_', x, (out) => fillBernoulli(out, p, generator))
}

/** Random numbers in the shape and dtype of another tensor, uniform on [0, 1). @see torch.rand_like */
export function randLike(x: Tensor, options: RandomOptions = {}): Tensor {
  return rand(x.shape, { dtype: x.dtype, ...options })
}

/** Random numbers in the shape and dtype of another tensor, from the standard normal. @see torch.randn_like */
export function randnLike(x: Tensor, options: RandomOptions = {}): Tensor {
  return randn(x.shape, { dtype: x.dtype, ...options })
}

/** Random integers in the shape and dtype of another tensor. @see torch.randint_like */
export function randintLike(x: Tensor, low: number, high: number, options: RandomOptions = {}): Tensor {
  return randint(low, high, x.shape, { dtype: x.dtype, ...options })
}
