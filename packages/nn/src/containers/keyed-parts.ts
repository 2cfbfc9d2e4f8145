import { Module } from '../module/module'
import type { Parameter } from '../module/parameter'

/** A module whose parts stand under keys of the user's choice, which are their names in state dicts as they are. */
export abstract class KeyedParts<Parts extends Readonly<Record<string, Module | Parameter>>> extends Module {
  /** Whether a property holds one of the parts. */
  protected abstract isPart(value: unknown): value is Parts[keyof Parts]

  /** Number of parts. */
  get length(): number {
    return this.entries().length
  }

  has(key: string): boolean {
    return this.keys().includes(key)
  }

  /**
   * The part under a key.
   *
   * @throws RangeError where there is none.
   */
  get<Key extends keyof Parts & string>(key: Key): Parts[Key] {
    const entry = this.entries().find(([name]) => name === key)
    if (entry === undefined) {
      throw new RangeError(`${this.getName()}: nothing under the key '${key}', it has: ${this.keys().join(', ')}`)
    }
    return entry[1] as Parts[Key]
  }

  /** Takes the part under a key out and returns it. @throws RangeError where there is none. */
  pop<Key extends keyof Parts & string>(key: Key): Parts[Key] {
    const part = this.get(key)
    Reflect.deleteProperty(this, key)
    return part
  }

  /** Takes all parts out. */
  clear(): void {
    for (const key of this.keys()) Reflect.deleteProperty(this, key)
  }

  /** In the order of insertion, but integers first, as in all objects of JavaScript. */
  keys(): (keyof Parts & string)[] {
    return this.entries().map(([key]) => key)
  }

  values(): Parts[keyof Parts][] {
    return this.entries().map(([, part]) => part)
  }

  entries(): [keyof Parts & string, Parts[keyof Parts]][] {
    return Object.entries(this).filter(([, value]) => this.isPart(value))
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
