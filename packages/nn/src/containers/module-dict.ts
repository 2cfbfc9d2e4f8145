import { type Kind, kinds, signature } from '@nn/tensor'
import { Callable } from '../module/callable'
import type { Module } from '../module/module'
import { entriesOf, type Keyed, KeyedParts, keyedKind } from './keyed-parts'

const isModule = (value: unknown): boolean => value instanceof Callable
const modulesKind: Kind<Module> = kinds.kind('modules', isModule)
const takesPart = signature('ModuleDict', { key: kinds.text, module: kinds.kind('a module', isModule) })
const takesModules = signature('ModuleDict', { modules: keyedKind })

/**
 * Modules by key, for a module that chooses among them. (A plain object would hide them from `parameters`.)
 *
 * A key must not be the name of a method or property of modules, such as `keys` or `training`. Keys keep the order in which
 * they came; in an object JavaScript itself puts those that are whole numbers first, so give them in pairs or in a `Map`.
 *
 * @example
 * class Net extends Module {
 *   activations = new ModuleDict({ relu: new ReLU(), leaky: new LeakyReLU(0.1) })
 *   forward(x: Tensor, name: 'relu' | 'leaky'): Tensor {
 *     return this.activations.get(name).forward(x)
 *   }
 * }
 * new Net().forward(tensor([-1.5, 2.0]), 'leaky') // tensor([-0.1500,  2.0000])
 * new ModuleDict([['10', new ReLU()], ['2', new Tanh()]]).keys() // ['10', '2']
 * @see torch.nn.ModuleDict
 */
export class ModuleDict<
  Modules extends Readonly<Record<string, Module>> = Readonly<Record<string, Module>>,
> extends KeyedParts<Modules> {
  /** @throws RangeError for a key with a dot, and for one that modules use themselves. */
  constructor(modules?: Keyed<Modules>, ...none: []) {
    super()
    if (modules !== undefined) this.update(modules as Keyed<Partial<Modules>>, ...none)
  }

  /**
   * Puts a module under a key, in place of the one that is there.
   *
   * @throws RangeError for a key with a dot, and for one that modules use themselves.
   */
  set<Key extends keyof Modules & string>(key: Key, module: Modules[Key], ...none: []): this {
    takesPart([key, module], none)
    if (this.has(key)) Reflect.set(this, key, module)
    else this.registerModule(key, module)
    return this
  }

  /** Puts modules under their keys, in place of those that are there. */
  update(modules: Keyed<Partial<Modules>>, ...none: []): this {
    takesModules([modules], none)
    for (const [key, module] of entriesOf('ModuleDict: modules', modules, modulesKind))
      this.set(key, module as Modules[string])
    return this
  }
}
