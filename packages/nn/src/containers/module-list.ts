import { signature } from '@nn/tensor'
import { describe } from '../module/describe'
import { listKind } from '../module/list-kind'
import type { Module } from '../module/module'
import { IndexedModules } from './indexed-modules'

const takesNothing = signature('toString', {})
const takesModules = signature('ModuleList', { modules: listKind })

/**
 * Modules in a list, for a module that calls them in its own way. (A plain array would hide them from `parameters`.)
 *
 * @example
 * class Net extends Module {
 *   hidden = new ModuleList([new Linear(4, 8), new Linear(8, 8)])
 *   forward(x: Tensor): Tensor {
 *     for (const layer of this.hidden) x = layer.forward(x).relu()
 *     return x
 *   }
 * }
 * new Net().forward(ones([1, 4])).shape // [1, 8]
 * new Net().parameters().length // 4
 * @see torch.nn.ModuleList
 */
export class ModuleList<M extends Module = Module> extends IndexedModules<M> {
  constructor(modules: Iterable<M> = [], ...none: []) {
    super()
    this.extend(modules, ...none)
  }

  /** Adds modules at the end. */
  extend(modules: Iterable<M>, ...none: []): this {
    takesModules([modules], none)
    for (const module of modules) this.append(module)
    return this
  }

  /** @throws TypeError always: the module that has the list calls what is in it. */
  forward(): never {
    throw new TypeError('ModuleList: a list has no forward; call the modules in it')
  }

  /** As PyTorch prints it: equal neighbours are counted. */
  override toString(...none: []): string {
    takesNothing([], none)
    const groups: { first: number; last: number; text: string }[] = []
    for (const [i, module] of [...this].entries()) {
      const text = module.toString()
      const before = groups.at(-1)
      if (before?.text === text) before.last = i
      else groups.push({ first: i, last: i, text })
    }
    const children = groups.map(({ first, last, text }) =>
      first === last
        ? ([String(first), text] as const)
        : ([`${first}-${last}`, `${last - first + 1} x ${text}`] as const),
    )
    return describe(this.getName(), '', children)
  }
}
