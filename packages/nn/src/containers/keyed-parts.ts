import { type Kind, kinds, show, signature } from '@nn/tensor'
import { partsOf } from '../module/callable'
import { isPlainObject } from '../module/is-plain-object'
import { listKind } from '../module/list-kind'
import { Module } from '../module/module'
import type { Parameter } from '../module/parameter'

/** Values by key: an object, or a `Map` or a list of pairs, which keep the order also of keys that are numbers. */
export type Keyed<Values> = Values | Iterable<readonly [keyof Values & string, Values[keyof Values]]>

const takesKey = signature('get', { key: kinds.text })
const takesNothing = signature('keys', {})

/** A module whose parts stand under keys of the user's choice, which are their names in state dicts as they are. */
export abstract class KeyedParts<Parts extends Readonly<Record<string, Module | Parameter>>> extends Module {
  /** Number of parts. */
  override get length(): number {
    return this.entries().length
  }

  has(key: string, ...none: []): boolean {
    takesKey([key], none, 'has')
    return this.keys().includes(key)
  }

  /**
   * The part under a key.
   *
   * @throws RangeError where there is none.
   */
  get<Key extends keyof Parts & string>(key: Key, ...none: []): Parts[Key] {
    takesKey([key], none)
    const entry = this.entries().find(([name]) => name === key)
    if (entry === undefined) {
      throw new RangeError(`${this.getName()}: nothing under the key '${key}', it has: ${this.keys().join(', ')}`)
    }
    return entry[1] as Parts[Key]
  }

  /** Takes the part under a key out and returns it. @throws RangeError where there is none. */
  pop<Key extends keyof Parts & string>(key: Key, ...none: []): Parts[Key] {
    takesKey([key], none, 'pop')
    const part = this.get(key)
    Reflect.deleteProperty(this, key)
    return part
  }

  /** Takes all parts out. */
  clear(...none: []): void {
    for (const key of this.keys(...none)) Reflect.deleteProperty(this, key)
  }

  /** In the order of insertion. */
  keys(...none: []): (keyof Parts & string)[] {
    takesNothing([], none)
    return this.entries().map(([key]) => key)
  }

  values(...none: []): Parts[keyof Parts][] {
    takesNothing([], none, 'values')
    return this.entries().map(([, part]) => part)
  }

  entries(...none: []): [keyof Parts & string, Parts[keyof Parts]][] {
    takesNothing([], none, 'entries')
    const entries: [string, unknown][] = []
    for (const [key, { value }] of partsOf(this)) if (value) entries.push([key, value])
    return entries as [keyof Parts & string, Parts[keyof Parts]][]
  }

  *[Symbol.iterator](): IterableIterator<[keyof Parts & string, Parts[keyof Parts]]> {
    yield* this.entries()
  }

  /** @throws TypeError always: the module that has the dictionary uses what is in it. */
  forward(): never {
    throw new TypeError(`${this.getName()}: a dictionary has no forward; use what is in it`)
  }

  protected override nameOf(property: string): string {
    return property
  }
}

const aKeyed = "an object, a Map or a list of pairs, as [['key', part]]"

export const keyedKind: Kind<Keyed<Record<string, unknown>>> = kinds.kind(
  aKeyed,
  (value) => isPlainObject(value) || listKind.accepts(value),
)

/**
 * The pairs of key and value of what `update` is given.
 *
 * @param argument what it is called, as `ModuleDict: modules`
 * @param of the kind of the values, in the plural
 * @param sorts whether to put the keys of a plain object into alphabetical order
 * @throws TypeError for a list of something else, and for other values.
 */
export function entriesOf<T>(
  argument: string,
  given: Keyed<Record<string, unknown>>,
  of: Kind<T>,
  sorts = false,
): [string, T][] {
  const pairs: unknown[] = isPlainObject(given) ? Object.entries(given) : [...given]
  if (!pairs.every(isPair)) throw new TypeError(`${argument} must be ${aKeyed}, got ${show(pairs)}`)
  for (const [key, value] of pairs) {
    if (!of.accepts(value)) {
      throw new TypeError(`${argument} must be ${of.name}, got ${show(value)} under the key '${key}'`)
    }
  }
  if (sorts && isPlainObject(given)) pairs.sort(([a], [b]) => (a < b ? -1 : 1))
  return pairs as [string, T][]
}

const isPair = (value: unknown): value is [string, unknown] =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string'
