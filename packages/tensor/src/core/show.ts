import { thisCopy, twoCopies } from './copies'
import { isTensor } from './is-tensor'
import { showShape } from './shape'

const SHOWN = 6

/**
 * A value as errors name it: text in quotes, so that `'2'` is not 2, lists and objects by their first parts, a tensor by
 * dtype and shape, anything else by its kind.
 *
 * @example
 * show(['a', 1.5, null]) // "['a', 1.5, null]"
 * show(ones([2, 3])) // 'a float32 tensor [2, 3]'
 */
export function show(value: unknown): string {
  return showTo(value, 2)
}

/** @param depth how many levels of lists and objects are opened */
function showTo(value: unknown, depth: number): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'bigint') return `${value}n`
  // A module can be called, and is an object of its class.
  if (typeof value === 'function' && value instanceof Function) return showFunction(value)
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return String(value)
  if (Array.isArray(value)) return depth === 0 ? `a list of ${value.length}` : showList(value, depth - 1)
  if (isTensor(value)) return `${article(value.dtype)} ${value.dtype} tensor ${showShape(value.shape)}`
  const madeBy = (value as { storage?: { madeBy?: string } }).storage?.madeBy
  if (madeBy !== undefined) return `a tensor of another copy: ${twoCopies(thisCopy, madeBy)}`
  if (value instanceof Promise) return 'a promise (is an await missing?)'
  const name = nameOfClass(value)
  if (name === null) return depth === 0 ? 'an object' : showObject(value, depth - 1)
  const length = ArrayBuffer.isView(value) && 'length' in value ? ` of ${String(value.length)}` : ''
  return `${article(name)} ${name}${length}`
}

/** `uint8` and `Uint8Array` are spoken with a y. */
const article = (word: string): string => (/^[aeio]/i.test(word) ? 'an' : 'a')

const quoted = (text: string): string => `'${text.length > 40 ? `${text.slice(0, 40)}…` : text}'`

function showFunction(value: { readonly name: string; readonly prototype?: unknown }): string {
  // A method named as a class is a class: a function made by `function` has a writable prototype.
  const isClass = Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false
  return isClass ? `the class ${value.name}` : 'a function'
}

function showList(list: readonly unknown[], depth: number): string {
  const parts = list.slice(0, SHOWN).map((part) => showTo(part, depth))
  return `[${[...parts, ...(list.length > SHOWN ? ['…'] : [])].join(', ')}]`
}

function showObject(value: object, depth: number): string {
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  const parts = entries.slice(0, SHOWN).map(([key, part]) => `${key}: ${showTo(part, depth)}`)
  return `{ ${[...parts, ...(entries.length > SHOWN ? ['…'] : [])].join(', ')} }`
}

/** Null for plain objects. */
function nameOfClass(value: object): string | null {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return null
  return (value.constructor as { name?: string } | undefined)?.name ?? 'object'
}
