import { IndexError } from '@nn/tensor'
import { partsOf } from '../module/callable'
import { Module } from '../module/module'

/** A module whose children stand in a row, under their numbers or under names. */
export abstract class IndexedModules<M extends Module> extends Module {
  /** The module at a place from 0. Assigning replaces it. */
  [index: number]: M

  /** Number of modules. */
  get length(): number {
    return this.ownModules().length
  }

  /**
   * The module at a place, counted from either end.
   *
   * @throws IndexError where there is none.
   */
  at(index: number): M {
    const modules = [...this]
    const module = Number.isInteger(index) ? modules.at(index) : undefined
    if (module === undefined) {
      throw new IndexError(`${this.getName()}: no module at ${index}, there are ${modules.length}`)
    }
    return module
  }

  /** Adds a module at the end. */
  append(module: M): this {
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
    for (const [property, kind] of partsOf(this)) {
      const module = kind === 'module' ? (Reflect.get(this, property) as M | null) : null
      if (module !== null) modules.push(module)
    }
    return modules.values()
  }
}
