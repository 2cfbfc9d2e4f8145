import { show, type Tensor } from '@nn/tensor'
import { BackwardHooks } from './backward-hooks'
import { HookList, type Nothing } from './hook-list'
import type { Module } from './module'

/** What is called before `forward`; the inputs that it returns, or the one, take the place of those given. */
export type ForwardPreHook<Inputs> = (module: Module, inputs: Inputs) => Inputs | Tensor | Nothing

/** What is called after `forward`; what it returns takes the place of the output. */
export type ForwardHook<Inputs, Output> = (module: Module, inputs: Inputs, output: Output) => Output | Nothing

type Forward = (...inputs: unknown[]) => unknown

/** The hooks of a module. */
export class ModuleHooks {
  readonly before: HookList<ForwardPreHook<unknown[]>> = new HookList()
  readonly after: HookList<ForwardHook<unknown[], unknown>> = new HookList()
  readonly backward: BackwardHooks = new BackwardHooks()

  /** `forward` with the hooks around it. */
  around(module: Module, forward: Forward): Forward {
    return (...given) => {
      let inputs = given
      for (const hook of this.before) {
        const next = now(module, hook(module, inputs)) ?? inputs
        inputs = Array.isArray(next) ? next : [next]
      }
      const watched = this.backward.isEmpty ? null : this.backward.watch(module, inputs)
      if (watched !== null) inputs = watched.inputs
      let output = forward(...inputs)
      for (const hook of this.after) output = now(module, hook(module, inputs, output)) ?? output
      return watched === null ? output : watched.watchOutput(output)
    }
  }
}

/** What a hook returned. @throws TypeError for a promise, which would take the place of a tensor. */
function now<T>(module: Module, returned: T): T {
  if (returned instanceof Promise) {
    throw new TypeError(`forward: a hook of ${show(module)} returned a promise; hooks cannot be async`)
  }
  return returned
}
