import type { RemovableHandle } from '@nn/tensor'

// biome-ignore lint/suspicious/noConfusingVoidType: most hooks only look and have no return statement.
export type Nothing = undefined | void

/** Hooks in the order in which they were added; the same function may be among them twice. */
export class HookList<Hook> {
  private readonly hooks = new Map<object, Hook>()

  add(hook: Hook): RemovableHandle {
    const handle: RemovableHandle = {
      remove: () => {
        this.hooks.delete(handle)
      },
    }
    this.hooks.set(handle, hook)
    return handle
  }

  get isEmpty(): boolean {
    return this.hooks.size === 0
  }

  /** Those that there are now, whatever they add or remove. */
  [Symbol.iterator](): Iterator<Hook> {
    return [...this.hooks.values()][Symbol.iterator]()
  }
}
