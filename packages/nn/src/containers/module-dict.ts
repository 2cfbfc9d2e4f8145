import { Module } from '../module/module'
import { KeyedParts } from './keyed-parts'

/**
 * Modules by key, for a module that chooses among them. (A plain object would hide them from `parameters`.)
 *
 * A key must not be the name of a method or property of modules, such as `keys` or `training`.
 *
 * @example
 * class Net extends Module {
 *   activations = new ModuleDict({ relu: new ReLU(), leaky: new LeakyReLU(0.1) })
 *   forward(x: Tensor, name: 'relu' | 'leaky'): Tensor {
 *     return this.activations.get(name).forward(x)
 *   }
 * }
 * new Net().forward(tensor([-1.5, 2.0]), 'leaky') // tensor([-0.1500,  2.0000])
 * @see torch.nn.ModuleDict
 */
export class ModuleDict<
  Modules extends Readonly<Record<string, Module>> = Readonly<Record<string, Module>>,
> extends KeyedParts<Modules> {
  /** @throws RangeError for a key with a dot, and for one that modules use themselves. */
  constructor(modules?: Modules) {
    super()
    if (modules !== undefined) this.update(modules)
  }

  /**
   * Puts a module under a key, in place of the one that is there.
   *
   * @throws RangeError for a key with a dot, and for one that modules use themselves.
   */
  set<Key extends keyof Modules & string>(key: Key, module: Modules[Key]): this {
    if (this.has(key)) Reflect.set(this, key, module)
    else this.registerModule(key, module)
    return this
  }

  /** Puts modules under their keys, in place of those that are there. */
  update(modules: Partial<Modules>): this {
    for (const [key, module] of Object.entries(modules)) this.set(key, module as Modules[string])
    return this
  }

  protected isPart(value: unknown): value is Modules[keyof Modules] {
    return value instanceof Module
  }
}
