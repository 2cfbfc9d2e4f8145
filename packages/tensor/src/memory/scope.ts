import { Tensor } from '../tensor'
import type { Storage } from './storage'

/** The storages made while a scope was the innermost open one. A storage whose `scope` is no longer it was kept. */
export interface Scope {
  readonly storages: Storage[]
  readonly outer: Scope | null
}

let innermost: Scope | null = null

/** Notes a new storage in the innermost open scope. */
export function noteInScope(storage: Storage): Storage {
  if (innermost !== null) {
    storage.scope = innermost
    innermost.storages.push(storage)
  }
  return storage
}

export function openScope(): Scope {
  innermost = { storages: [], outer: innermost }
  return innermost
}

/** Frees what was made in the scope and not kept. */
export function closeScope(scope: Scope): void {
  innermost = scope.outer
  for (const storage of scope.storages) if (storage.scope === scope) storage.free()
}

/** Runs a function whose new tensors belong to no scope: code that may hold on to what it makes. */
export function outsideScopes<T>(fn: () => T): T {
  const saved = innermost
  innermost = null
  try {
    return fn()
  } finally {
    innermost = saved
  }
}

/**
 * Lets a tensor outlive the scopes that it was made in.
 *
 * @returns the tensor
 * @example
 * let best = zeros([])
 * scope(() => {
 *   best = keep(tensor([1, 3, 2]).max())
 * })
 * best // tensor(3)
 */
export function keep(x: Tensor): Tensor {
  x.storage.scope = null
  return x
}

/** Hands what a scope returns to the scope around it. */
function promote(value: unknown, from: Scope): void {
  if (value instanceof Tensor) {
    if (value.storage.scope !== from) return
    value.storage.scope = from.outer
    from.outer?.storages.push(value.storage)
  } else if (Array.isArray(value)) {
    for (const part of value) promote(part, from)
  } else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    for (const part of Object.values(value)) promote(part, from)
  }
}

/**
 * Runs a function and frees, when it ends, the memory of every tensor made inside, except of those that it returns (alone,
 * in arrays or in plain objects), of gradients, parameters and optimizer state, and of what was passed to `keep`. Loops
 * run well without it; with it they use the least memory.
 *
 * @param fn synchronous
 * @throws TypeError when the function returns a promise: its tensors would be freed before it is done.
 * @example
 * const total = scope(() => ones([1000]).mul(2).sum()) // tensor(2000.)
 */
export function scope<T>(fn: () => T): T {
  const own = openScope()
  try {
    const result = fn()
    if (result instanceof Promise) {
      throw new TypeError(
        'scope: the function returned a promise; open the scope inside the asynchronous function instead',
      )
    }
    promote(result, own)
    return result
  } finally {
    closeScope(own)
  }
}
