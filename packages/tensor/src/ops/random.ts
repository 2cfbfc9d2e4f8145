import { getDefaultDtype } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import { gathered, type SizesAnd } from '../core/gathered'
import { getAutograd } from '../core/graph'
import { isTensor } from '../core/is-tensor'
import * as kinds from '../core/kinds'
import { checkWritable } from '../core/op'
import { allocateFor } from '../core/operand'
import { broadcastShapes, checkSizes, type Shape, sameShape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { elementsOf } from '../kernels/js/elements-of'
import type { Strided } from '../kernels/strided'
import { getBackend } from '../memory/backend'
import { checkProbability, fillBernoulli } from '../random/bernoulli'
import { defaultGenerator } from '../random/default-generator'
import { Generator } from '../random/generator'
import { multinomial as drawMultinomial } from '../random/multinomial'
import { fillNormalOneByOne } from '../random/normal'
import { fillRandint } from '../random/randint'
import { randperm as fillRandperm } from '../random/randperm'
import type { Operand, Tensor } from '../tensor'
import { finish, type TensorOptions, tensorKinds, unsetLike } from './creation'
import { drawBernoulli } from './draw-bernoulli'
import { drawNormal } from './draw-normal'
import { drawUniform } from './draw-uniform'

export interface RandomOptions extends TensorOptions {
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

/** As one gives it to functions that draw. */
const generatorKind = kinds.kind<Generator>('a Generator', (value) => value instanceof Generator)
const drawKinds = { generator: generatorKind }
const randomKinds = { ...tensorKinds, ...drawKinds }

type FloatArray = Float32Array | Float64Array

/** A new tensor, drawn by `fill`. */
function randomFloats(
  op: string,
  shape: Shape,
  options: RandomOptions,
  fill: (to: Strided, generator: Generator) => void,
): Tensor {
  checkSizes(op, shape)
  const out = allocateFor(op, shape, options.dtype ?? getDefaultDtype())
  checkFloating(op, out)
  fill(out, options.generator ?? defaultGenerator)
  return finish(op, out, options)
}

const takesSize = signature('rand', { size: kinds.integers }, {}, randomKinds)

function sizeAnd(op: string, args: SizesAnd<RandomOptions>): [Shape, RandomOptions] {
  const [size, rest] = gathered(args, kinds.number)
  const options = takesSize([size], rest, op)
  return [size as Shape, options]
}

/**
 * Numbers from the uniform distribution on [0, 1), PyTorch's own for the same seed.
 *
 * @param args the sizes, one by one or in a list, and then options
 * @example
 * manualSeed(0)
 * rand(2) // tensor([0.4963, 0.7682])
 * @see torch.rand
 */
export function rand(...args: SizesAnd<RandomOptions>): Tensor {
  const [shape, options] = sizeAnd('rand', args)
  return randomFloats('rand', shape, options, (to, generator) => drawUniform(to, 0, 1, generator))
}

/**
 * Numbers from the standard normal distribution, PyTorch's own for the same seed.
 *
 * @param args the sizes, one by one or in a list, and then options
 * @example
 * manualSeed(0)
 * randn(2) // tensor([ 1.5410, -0.2934])
 * @see torch.randn
 */
export function randn(...args: SizesAnd<RandomOptions>): Tensor {
  const [shape, options] = sizeAnd('randn', args)
  return randomFloats('randn', shape, options, (to, generator) => drawNormal(to, 0, 1, generator))
}

/** @throws RangeError for a negative standard deviation and for NaN. */
function checkStd(op: string, std: number): void {
  if (!(std >= 0)) throw new RangeError(`${op}: std must not be negative, got ${std}`)
}

const takesNormal = signature(
  'normal',
  { mean: kinds.number, std: kinds.number, size: kinds.integers },
  {},
  randomKinds,
)
const takesNormals = signature('normal', { mean: kinds.operand }, { std: kinds.operand }, drawKinds)

/**
 * Numbers from a normal distribution; or from one for each element of tensors of means and standard deviations, which
 * broadcast.
 *
 * @throws RangeError for a negative standard deviation.
 * @throws DTypeError for tensors that are not floating point.
 * @example
 * normal(2, 3, [5]).shape // [5]
 * normal(zeros(2, 1), ones(3)).shape // [2, 3]
 * @see torch.normal
 */
export function normal(mean: number, std: number, size: Shape, ...args: Args<RandomOptions>): Tensor
export function normal(mean: Tensor, ...args: Args<NormalOptions, ['std']>): Tensor
export function normal(mean: number, std: Tensor, ...args: Args<DrawOptions>): Tensor
export function normal(mean: Operand, ...args: readonly unknown[]): Tensor {
  const [std, size] = args
  if (isTensor(mean) || isTensor(std)) {
    const { std: width = 1, generator } = takesNormals([mean], args)
    return normals(mean, width, generator ?? defaultGenerator)
  }
  const options = takesNormal([mean, std, size], args.slice(2))
  checkStd('normal', std as number)
  return randomFloats('normal', size as Shape, options, (to, generator) =>
    drawNormal(to, mean as number, std as number, generator),
  )
}

/** mean + std · n with a standard normal n for each element. */
function normals(mean: Operand, std: Operand, generator: Generator): Tensor {
  const [ofMean, ofStd] = [mean, std].map((x) => (isTensor(x) ? x.shape : [])) as [Shape, Shape]
  if (!isTensor(std)) checkStd('normal', Number(std))
  else if (std.lt(0).any().item() !== 0) throw new RangeError('normal: std must not be negative anywhere')
  const { dtype } = isTensor(mean) ? mean : (std as Tensor)
  const draw = (to: Strided): void => drawNormal(to, 0, isTensor(std) ? 1 : Number(std), generator)
  const drawn = randomFloats('normal', broadcastShapes('normal', ofMean, ofStd), { dtype, generator }, draw)
  if (isTensor(std)) drawn.mul_(std.detach())
  return drawn.add_(isTensor(mean) ? mean.detach() : mean)
}

export interface NormalOptions extends DrawOptions {
  /** The standard deviation, one for all or one for each mean. Default 1. */
  std?: Operand
}

const takesRandint = signature(
  'randint',
  { low: kinds.integer, high: kinds.integer, size: kinds.integers },
  {},
  randomKinds,
)
const takesRandintBelow = signature('randint', { high: kinds.integer, size: kinds.integers }, {}, randomKinds)

/**
 * Integers from `low` (0 where it is not given) to `high` - 1, as int64.
 *
 * @throws RangeError when there is no integer between the bounds.
 * @example
 * randint(10, [3]).dtype // 'int64'
 * randint(5, 10, [3]).ge(5).all().item() // 1
 * @see torch.randint
 */
export function randint(high: number, size: Shape, ...args: Args<RandomOptions>): Tensor
export function randint(low: number, high: number, size: Shape, ...args: Args<RandomOptions>): Tensor
export function randint(...args: readonly unknown[]): Tensor {
  const count = typeof args[1] === 'number' ? 3 : 2
  const first = Array.from({ length: count }, (_, i) => args[i])
  const options = (count === 3 ? takesRandint : takesRandintBelow)(first, args.slice(count))
  const [low, high, size] = (count === 3 ? first : [0, ...first]) as [number, number, Shape]
  checkSizes('randint', size)
  const out = allocateFor('randint', size, options.dtype ?? 'int64')
  fillRandint(elementsOf(out), low, high, options.generator ?? defaultGenerator)
  return finish('randint', out, options)
}

const takesRandperm = signature('randperm', { n: kinds.integer }, {}, randomKinds)

/**
 * The integers from 0 to n - 1 in random order, as int64.
 *
 * @throws RangeError when n is negative.
 * @example
 * randperm(4).sum().item() // 6
 * @see torch.randperm
 */
export function randperm(n: number, ...args: Args<RandomOptions>): Tensor {
  const options = takesRandperm([n], args)
  if (n < 0) throw new RangeError(`randperm: n must be a non-negative integer, got ${n}`)
  const out = allocateFor('randperm', [n], options.dtype ?? 'int64')
  fillRandperm(elementsOf(out), options.generator ?? defaultGenerator)
  return finish('randperm', out, options)
}

export interface BernoulliOptions extends DrawOptions {
  /** One probability for all elements, instead of theirs. */
  p?: number
}

const takesBernoulli = signature('bernoulli', { input: kinds.tensor }, { p: kinds.number }, drawKinds)

/**
 * For each probability a 1 with that probability, else a 0.
 *
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for probabilities that are not floating point.
 * @example
 * bernoulli(tensor([0, 1], { dtype: 'float32' })) // tensor([0., 1.])
 * bernoulli(zeros(2), 1) // tensor([1., 1.])
 * @see torch.bernoulli
 */
export function bernoulli(probabilities: Tensor, ...args: Args<BernoulliOptions, ['p']>): Tensor {
  const { p, generator = defaultGenerator } = takesBernoulli([probabilities], args)
  const out = allocateFor('bernoulli', probabilities.shape, probabilities.dtype)
  if (p !== undefined) {
    checkProbability('bernoulli', p)
    drawBernoulli(out, p, generator)
    return out
  }
  if (!probabilities.isFloatingPoint()) {
    throw new DTypeError(`bernoulli: probabilities must be floating point, got ${probabilities.dtype}`)
  }
  fillBernoulli(elementsOf(out), probabilities.toTypedArray() as FloatArray, generator, 'bernoulli')
  return out
}

export interface MultinomialOptions extends DrawOptions {
  /** Whether an index may be drawn again. Default false. */
  replacement?: boolean
}

const takesMultinomial = signature(
  'multinomial',
  { input: kinds.tensor, numSamples: kinds.integer },
  { replacement: kinds.boolean },
  drawKinds,
)

/**
 * Indices drawn with a probability in proportion to their weight.
 *
 * @param weights shape [n] or [rows, n]
 * @returns int64, shape [numSamples] or [rows, numSamples]
 * @throws RangeError for weights that are negative or all zero, and for more samples than there are without replacement.
 * @example
 * multinomial(tensor([0, 2.5]), 2, true) // tensor([1, 1])
 * @see torch.multinomial
 */
export function multinomial(
  weights: Tensor,
  numSamples: number,
  ...args: Args<MultinomialOptions, ['replacement']>
): Tensor {
  const { replacement = false, generator = defaultGenerator } = takesMultinomial([weights, numSamples], args)
  if (weights.ndim !== 1 && weights.ndim !== 2) {
    throw new ShapeError(`multinomial: weights must have 1 or 2 dimensions, got ${showShape(weights.shape)}`)
  }
  if (!weights.isFloatingPoint())
    throw new DTypeError(`multinomial: weights must be floating point, got ${weights.dtype}`)
  // Before there is a place for them: a number that is none would make one of no size.
  if (numSamples < 1) throw new RangeError(`multinomial: numSamples must be a positive integer, got ${numSamples}`)
  const rows = weights.ndim === 2 ? (weights.shape[0] as number) : 1
  const length = weights.shape.at(-1) as number
  const values = weights.toTypedArray() as FloatArray
  const out = allocateFor('multinomial', [...weights.shape.slice(0, -1), numSamples], 'int64')
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
    const order = memoryOrder(x)
    const shape = order.map((d) => x.shape[d] as number)
    const strides = order.map((d) => x.strides[d] as number)
    const drawn = allocateFor(op, shape, dtype)
    fill(drawn)
    getBackend().kernels.copy(drawn, { storage: x.storage, dtype, shape, strides, offset })
  }
  x.storage.version++
}

/** The dimensions from the one whose elements lie farthest apart to the one whose elements are next to each other. */
function memoryOrder({ strides }: Tensor): number[] {
  return strides.map((_, d) => d).sort((a, b) => (strides[b] as number) - (strides[a] as number))
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

const takesNormalInPlace = signature(
  'normal_',
  { input: kinds.tensor },
  { mean: kinds.number, std: kinds.number, ...drawKinds },
)

export interface NormalInPlaceOptions extends DrawOptions {
  /** Default 0. */
  mean?: number
  /** The standard deviation. Default 1. */
  std?: number
}

/**
 * Fills a tensor from the normal distribution.
 *
 * @returns the tensor
 * @throws DTypeError for integers.
 * @throws RangeError for a negative standard deviation.
 * @example
 * manualSeed(0)
 * normal_(empty(2), 0, 2) // tensor([ 3.0820, -0.5869])
 * @see torch.Tensor.normal_
 */
export function normal_<T extends Tensor>(x: T, ...args: Args<NormalInPlaceOptions, ['mean', 'std', 'generator']>): T {
  const { mean = 0, std = 1, generator = defaultGenerator } = takesNormalInPlace([x], args)
  checkFloating('normal_', x)
  checkStd('normal_', std)
  drawNormals('normal_', x, mean, std, generator)
  return x
}

function drawNormals(op: string, x: Tensor, mean: number, std: number, generator: Generator): void {
  drawInto(op, x, (out) => {
    if (x.isContiguous()) drawNormal(out, mean, std, generator)
    else fillNormalOneByOne(elementsOf(out) as FloatArray, mean, std, generator)
  })
}

const takesBernoulliInPlace = signature(
  'bernoulli_',
  { input: kinds.tensor },
  { p: kinds.either(kinds.number, kinds.tensor) },
  drawKinds,
)

export interface BernoulliInPlaceOptions extends DrawOptions {
  /** The probability of a 1, or a tensor of floating-point numbers that broadcasts: one for each element. Default 0.5. */
  p?: number | Tensor
}

/**
 * Fills a tensor with 1 with probability `p`, else 0.
 *
 * @returns the tensor
 * @throws RangeError for a probability outside [0, 1].
 * @throws DTypeError for probabilities that are no floating-point numbers.
 * @example
 * bernoulli_(empty(2), 1) // tensor([1., 1.])
 * @see torch.Tensor.bernoulli_
 */
export function bernoulli_<T extends Tensor>(x: T, ...args: Args<BernoulliInPlaceOptions, ['p']>): T {
  const { p = 0.5, generator = defaultGenerator } = takesBernoulliInPlace([x], args)
  if (typeof p === 'number') {
    checkProbability('bernoulli_', p)
    drawInto('bernoulli_', x, (out) => drawBernoulli(out, p, generator))
    return x
  }
  checkFloating('bernoulli_', p)
  if (!sameShape(broadcastShapes('bernoulli_', p.shape, x.shape), x.shape)) {
    throw new ShapeError(`bernoulli_: probabilities ${showShape(p.shape)} do not broadcast to ${showShape(x.shape)}`)
  }
  const each = p.expand(x.shape).permute(memoryOrder(x)).toTypedArray() as FloatArray
  drawInto('bernoulli_', x, (out) => fillBernoulli(elementsOf(out), each, generator))
  return x
}

const takesLike = signature('randLike', { input: kinds.tensor }, {}, randomKinds)

/**
 * Numbers in the shape, dtype and memory order of another tensor, uniform on [0, 1).
 *
 * @example
 * randLike(zeros(2, 3)).shape // [2, 3]
 * @see torch.rand_like
 */
export function randLike(x: Tensor, ...args: Args<RandomOptions>): Tensor {
  const options = takesLike([x], args)
  const out = unsetLike('randLike', x, options.dtype)
  checkFloating('randLike', out)
  drawInto('randLike', out, (to) => drawUniform(to, 0, 1, options.generator ?? defaultGenerator))
  return finish('randLike', out, options)
}

/**
 * Numbers in the shape, dtype and memory order of another tensor, standard normal.
 *
 * @example
 * randnLike(zeros(2, 3)).shape // [2, 3]
 * @see torch.randn_like
 */
export function randnLike(x: Tensor, ...args: Args<RandomOptions>): Tensor {
  const options = takesLike([x], args, 'randnLike')
  const out = unsetLike('randnLike', x, options.dtype)
  checkFloating('randnLike', out)
  drawNormals('randnLike', out, 0, 1, options.generator ?? defaultGenerator)
  return finish('randnLike', out, options)
}

const takesRandintLike = signature(
  'randintLike',
  { input: kinds.tensor, low: kinds.integer, high: kinds.integer },
  {},
  randomKinds,
)
const takesRandintLikeBelow = signature('randintLike', { input: kinds.tensor, high: kinds.integer }, {}, randomKinds)

/**
 * Integers from `low` (0 where it is not given) to `high` - 1 in the shape, dtype and memory order of another tensor.
 *
 * @throws RangeError when there is no integer between the bounds.
 * @example
 * randintLike(zeros(2, 3), 10).shape // [2, 3]
 * @see torch.randint_like
 */
export function randintLike(x: Tensor, high: number, ...args: Args<RandomOptions>): Tensor
export function randintLike(x: Tensor, low: number, high: number, ...args: Args<RandomOptions>): Tensor
export function randintLike(x: Tensor, first: number, ...args: readonly unknown[]): Tensor {
  const isRange = typeof args[0] === 'number'
  const options = isRange
    ? takesRandintLike([x, first, args[0]], args.slice(1))
    : takesRandintLikeBelow([x, first], args)
  const [low, high] = isRange ? [first, args[0] as number] : [0, first]
  const out = unsetLike('randintLike', x, options.dtype)
  const draw = (to: Strided): void =>
    fillRandint(elementsOf(to), low, high, options.generator ?? defaultGenerator, 'randintLike')
  drawInto('randintLike', out, draw)
  return finish('randintLike', out, options)
}
