// Kinds of arguments, for signatures. An argument that may be left out may always be undefined.

import type { Tensor } from '../tensor'
import { type DType, dtypes } from './dtype'
import { isTensor } from './is-tensor'

/** What an argument may be: how errors call it, and how it is told. */
export interface Kind<T> {
  /** As in "must be …". */
  readonly name: string
  readonly accepts: (value: unknown) => value is T
  /** True for an option that cannot be left out. */
  readonly required?: boolean
}

/**
 * A kind of argument of one's own.
 *
 * @param name as in "must be …"
 */
export function kind<T>(name: string, accepts: (value: unknown) => boolean): Kind<T> {
  return { name, accepts: accepts as Kind<T>['accepts'] }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

export const anything: Kind<unknown> = kind('anything', () => true)
export const number: Kind<number> = kind('a number', (value) => typeof value === 'number')
export const integer: Kind<number> = kind('an integer', (value) => Number.isInteger(value))
export const boolean: Kind<boolean> = kind('true or false', (value) => typeof value === 'boolean')
export const text: Kind<string> = kind('text', (value) => typeof value === 'string')
export const tensor: Kind<Tensor> = kind('a tensor', isTensor)
/** What arithmetic takes. */
export const operand: Kind<Tensor | number | boolean> = kind(
  'a tensor or a number',
  (value) => typeof value === 'number' || typeof value === 'boolean' || isTensor(value),
)
export const tensors: Kind<readonly Tensor[]> = kind(
  'a list of tensors, as [a, b]',
  (value) => isList(value) && value.every(isTensor),
)
export const integers: Kind<readonly number[]> = kind(
  'a list of integers, as [2, 3]',
  (value) => isList(value) && value.every(Number.isInteger),
)
export const numbers: Kind<readonly number[]> = kind(
  'a list of numbers, as [0.1, 0.2]',
  (value) => isList(value) && value.every((part) => typeof part === 'number'),
)
/** One dimension, several, or null for all. */
export const dims: Kind<number | readonly number[] | null> = kind(
  'a dimension, a list of dimensions or null',
  (value) => value === null || Number.isInteger(value) || integers.accepts(value),
)
export const dtype: Kind<DType> = kind(
  `one of ${Object.keys(dtypes).join(', ')}`,
  (value) => typeof value === 'string' && Object.hasOwn(dtypes, value),
)
export const callback: Kind<(...args: never[]) => unknown> = kind('a function', (value) => typeof value === 'function')

/** One of a few values. */
export function oneOf<const Values extends readonly (string | number | boolean | null)[]>(
  ...values: Values
): Kind<Values[number]> {
  const names = values.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)))
  const last = names.pop()
  return kind(names.length === 0 ? String(last) : `${names.join(', ')} or ${last}`, (value) =>
    values.includes(value as Values[number]),
  )
}

/** A list of values of one kind. */
export function listOf<T>(of: Kind<T>): Kind<readonly T[]> {
  return kind(`a list, each of it ${of.name}`, (value) => isList(value) && value.every((part) => of.accepts(part)))
}

/** Of the one kind or the other. */
export function either<A, B>(a: Kind<A>, b: Kind<B>): Kind<A | B> {
  return kind(`${a.name} or ${b.name}`, (value) => a.accepts(value) || b.accepts(value))
}

/** Of that kind, or null. */
export function orNull<T>(of: Kind<T>): Kind<T | null> {
  return kind(`${of.name} or null`, (value) => value === null || of.accepts(value))
}

/** An object of a class. */
export function instanceOf<T>(type: abstract new (...args: never) => T): Kind<T> {
  return kind(`a ${type.name.replace(/^_/, '')}`, (value) => value instanceof type)
}

/** An option that must be given. */
export function required<T>(of: Kind<T>): Kind<T> & { readonly required: true } {
  return { ...of, required: true }
}
