import { type DType, elementOf, getDefaultDtype } from '../core/dtype'
import { DTypeError, ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { allocateFor } from '../core/operand'
import { checkSizes, type Shape, showShape } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { pow } from '../math/index'
import type { Tensor } from '../tensor'
import { finish, type TensorOptions, tensorKinds } from './creation'

/** A new tensor with elements computed from their place in row-major order. */
function generated(
  op: string,
  shape: Shape,
  dtype: DType,
  options: TensorOptions,
  element: (i: number) => number,
): Tensor {
  const out = allocateFor(op, shape, dtype)
  const to = out.storage.data
  for (let i = 0; i < out.storage.length; i++) to[i] = element(i)
  return finish(op, out, options)
}

/** Numbers as a sequence of this dtype starts from them: integer dtypes cut them to whole numbers first. */
function numbersFor(op: string, dtype: DType, values: readonly number[]): number[] {
  if (dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors`)
  return values.map((value) => elementOf(op, value, dtype))
}

const takesEnd = signature('arange', { end: kinds.number }, {}, tensorKinds)
const takesRange = signature('arange', { start: kinds.number, end: kinds.number }, { step: kinds.number }, tensorKinds)

/**
 * The numbers from `start` up to, not including, `end`; with one number, from 0 up to it. Integers make int64.
 *
 * @param step what each number is above the one before it; may be negative. Default 1
 * @throws RangeError when the step is 0 or leads away from the end.
 * @example
 * arange(3) // tensor([0, 1, 2])
 * arange(1, 2, 0.5) // tensor([1.0000, 1.5000])
 * arange(3, { dtype: 'float32' }) // tensor([0., 1., 2.])
 * @see torch.arange
 */
export function arange(end: number, ...args: Args<TensorOptions>): Tensor
export function arange(start: number, end: number, ...args: Args<ArangeOptions, ['step']>): Tensor
export function arange(first: number, ...args: readonly unknown[]): Tensor {
  const isEnd =
    args.every((value) => value === undefined) || kinds.dtype.accepts(args[0]) || typeof args[0] === 'object'
  if (isEnd) return numbersUpTo(0, first, 1, takesEnd([first], args))
  const { step = 1, ...options } = takesRange([first, args[0]], args.slice(1))
  return numbersUpTo(first, args[0] as number, step, options)
}

export interface ArangeOptions extends TensorOptions {
  /** What each number is above the one before it; may be negative. Default 1. */
  step?: number
}

function numbersUpTo(start: number, end: number, step: number, options: TensorOptions): Tensor {
  const given = [start, end, step]
  for (const value of given) {
    if (!Number.isFinite(value)) throw new RangeError(`arange: expects finite numbers, got ${value}`)
  }
  const dtype = options.dtype ?? (given.every(Number.isInteger) ? 'int64' : getDefaultDtype())
  const numbers = numbersFor('arange', dtype, given)
  // PyTorch counts with the numbers as they were given, but for int64.
  const [from, to, by] = (dtype === 'int64' ? numbers : given) as [number, number, number]
  if (by === 0) throw new RangeError('arange: the step must not be 0')
  if ((to - from) * by < 0) throw new RangeError(`arange: a step of ${by} does not lead from ${from} to ${to}`)
  const length = Math.ceil((to - from) / by)
  const [first, , between] = numbers as [number, number, number]
  return generated('arange', [length], dtype, options, (i) => elementOf('arange', first + i * between, dtype))
}

/** A plain number, or the one in a 0-d tensor. */
function numberIn(op: string, value: number | Tensor): number {
  if (typeof value !== 'object') return Number(value)
  if (value.ndim === 0) return value.item()
  throw new ShapeError(`${op}: start and end must be numbers or 0-d tensors, got ${showShape(value.shape)}`)
}

/** `steps` numbers evenly spaced from `start` to `end`, each passed through `of`. */
function spaced(
  op: string,
  [start, end]: readonly [number | Tensor, number | Tensor],
  steps: number,
  options: TensorOptions,
  of: (value: number) => number,
): Tensor {
  if (steps < 0) throw new RangeError(`${op}: steps must be a non-negative integer, got ${steps}`)
  const dtype = options.dtype ?? getDefaultDtype()
  const [from, to] = numbersFor(op, dtype, [numberIn(op, start), numberIn(op, end)]) as [number, number]
  const round = dtype === 'float32' ? Math.fround : (x: number): number => x
  const step = round((round(to) - round(from)) / (steps - 1))
  // Counted from both ends, so that both are met exactly.
  const place = (i: number): number => (i < Math.floor(steps / 2) ? from + step * i : to - step * (steps - i - 1))
  return generated(op, [steps], dtype, options, (i) => elementOf(op, of(steps === 1 ? from : place(i)), dtype))
}

const spacedKinds = { start: kinds.operand, end: kinds.operand, steps: kinds.integer }
const takesLinspace = signature('linspace', spacedKinds, {}, tensorKinds)

/**
 * `steps` numbers from `start` to `end`, both included, evenly spaced.
 *
 * @param start a number or a 0-d tensor, as is `end`
 * @throws RangeError for negative `steps`.
 * @example
 * linspace(0, 1, 3) // tensor([0.0000, 0.5000, 1.0000])
 * @see torch.linspace
 */
export function linspace(
  start: number | Tensor,
  end: number | Tensor,
  steps: number,
  ...args: Args<TensorOptions>
): Tensor {
  const options = takesLinspace([start, end, steps], args)
  return spaced('linspace', [start, end], steps, options, (value) => value)
}

export interface LogspaceOptions extends TensorOptions {
  /** What is raised to the powers. Default 10. */
  base?: number
}

const takesLogspace = signature('logspace', spacedKinds, { base: kinds.number }, tensorKinds)

/**
 * `steps` powers of a base, their exponents from `start` to `end`, both included, evenly spaced.
 *
 * @param start a number or a 0-d tensor, as is `end`
 * @throws RangeError for negative `steps`.
 * @example
 * logspace(0, 2, 3) // tensor([  1.,  10., 100.])
 * logspace(0, 3, 4, 2) // tensor([1., 2., 4., 8.])
 * @see torch.logspace
 */
export function logspace(
  start: number | Tensor,
  end: number | Tensor,
  steps: number,
  ...args: Args<LogspaceOptions, ['base']>
): Tensor {
  const { base = 10, ...options } = takesLogspace([start, end, steps], args)
  return spaced('logspace', [start, end], steps, options, (exponent) => pow(base, exponent))
}

export interface EyeOptions extends TensorOptions {
  /** The number of columns. Default: as many as rows. */
  m?: number
}

const takesEye = signature('eye', { n: kinds.integer }, { m: kinds.integer }, tensorKinds)

/**
 * The identity matrix, or its n × m part.
 *
 * @throws ShapeError for negative sizes.
 * @example
 * eye(2).toArray() // [[1, 0], [0, 1]]
 * eye(1, 2).toArray() // [[1, 0]]
 * @see torch.eye
 */
export function eye(n: number, ...args: Args<EyeOptions, ['m']>): Tensor {
  const { m = n, ...options } = takesEye([n], args)
  checkSizes('eye', [n, m])
  return generated('eye', [n, m], options.dtype ?? getDefaultDtype(), options, (i) =>
    Math.floor(i / m) === i % m ? 1 : 0,
  )
}
