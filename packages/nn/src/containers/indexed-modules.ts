import { IndexError, kinds, signature } from '@nn/tensor'
import { Callable, partsOf } from '../module/callable'
import { Module } from '../module/module'

const takesIndex = signature('at', { index: kinds.number })
const takesModule = signature('append', { module: kinds.kind('a module', (value) => value instanceof Callable) })

/** A module whose children stand in a row, under their numbers or under names. */
export abstract class IndexedModules<M extends Module> extends Module {
  /** The module at a place from 0. Assigning replaces it. */
  [index: number]: M

  /** Number of modules. */
  override get length(): number {
    return [...this].length
  }

  /**
   * The module at a place, counted from either end.
   *
   * @throws IndexError where there is none.
   */
  at(index: number, ...none: []): M {
    takesIndex([index], none, `${this.getName()}.at`)
    const modules = [...this]
    const module = Number.isInteger(index) ? modules.at(index) : undefined
    if (module === undefined) {
      throw new IndexError(`${this.getName()}: no module at ${index}, there are ${modules.length}`)
    }
    return module
  }

  /** Adds a module at the end. */
  append(module: M, ...none: []): this {
    takesModule([module], none, this.getName())
    const { length } = this
    if (length > 0 && !Object.hasOwn(this, '0')) {
      throw new TypeError(`${this.getName()}: its modules have names; add one with registerModule(name, module)`)
    }
    this.registerModule(String(length), module)
    return this
  }

  /** The modules in order; one that stands at several places comes several times. */
  [Symbol.iterator](): IterableIterator<M> {
    const modules: M[] = []
    for (const { kind, value } of partsOf(this).values()) if (kind === 'module' && value) modules.push(value as M)
    return modules.values()
  }

  /** @throws IndexError for a number behind the end, and where modules have names. */
  protected override checkAssigned(property: string): void {
    if (!/^\d+$/.test(property)) return
    const names = [...partsOf(this)].filter(([, { value }]) => value).map(([name]) => name)
    const name = names[Number(property)]
    if (name !== undefined) {
      throw new IndexError(`${this.getName()}: its modules have names; assign to '${name}' in place of ${property}`)
    }
    if (Number(property) > names.length) {
      throw new IndexError(`${this.getName()}: no place ${property}, there are ${names.length} modules`)
    }
  }
}
