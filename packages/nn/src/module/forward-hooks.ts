import type { RemovableHandle } from '@nn/tensor'
import type { Module } from './module'

/** What is called before `forward`; the inputs that it returns take the place of those given. */
export type ForwardPreHook<Inputs> = (module: Module, inputs: Inputs) => Inputs | Nothing

/** What is called after `forward`; what it returns takes the place of the output. */
export type ForwardHook<Inputs, Output> = (module: Module, inputs: Inputs, output: Output) => Output | Nothing

// biome-ignore lint/suspicious/noConfusingVoidType: most hooks only look and have no return statement.
type Nothing = undefined | void

type Forward = (...inputs: unknown[]) => unknown

/** The hooks of a module. */
export class ForwardHooks {
  private readonly before = new Map<object, ForwardPreHook<unknown[]>>()
  private readonly after = new Map<object, ForwardHook<unknown[], unknown>>()

  addBefore(hook: ForwardPreHook<unknown[]>): RemovableHandle {
    return addTo(this.before, hook)
  }

  addAfter(hook: ForwardHook<unknown[], unknown>): RemovableHandle {
    return addTo(this.after, hook)
  }

  /** `forward` with the hooks around it. */
  around(module: Module, forward: Forward): Forward {
    return (...given) => {
      let inputs = given
      for (const hook of [...this.before.values()]) inputs = hook(module, inputs) ?? inputs
      let output = forward(...inputs)
      for (const hook of [...this.after.values()]) output = hook(module, inputs, output) ?? output
      return output
    }
  }
}

/** Adds a hook under its handle, as the same function may be registered twice. */
function addTo<Hook>(hooks: Map<object, Hook>, hook: Hook): RemovableHandle {
  const handle: RemovableHandle = {
    remove() {
      hooks.delete(handle)
    },
  }
  hooks.set(handle, hook)
  return handle
}
