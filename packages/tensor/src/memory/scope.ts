import * as kinds from '../core/kinds'
import { isIterator, Mode, takesFunction } from '../core/mode'
import { signature } from '../core/signature'
import { Tensor } from '../tensor'
import type { Storage } from './storage'

/** The storages made while a scope was the innermost open one. A storage whose `scope` is no longer it was kept. */
export interface Scope {
  readonly storages: Storage[]
  readonly outer: Scope | null
  isOpen: boolean
}

/**
 * The innermost scope. Behind an `await` in a browser nobody can tell who makes a tensor, so that it belongs to none: it
 * lives as long as something refers to it.
 */
const scopes: Mode<Scope | null> = new Mode<Scope | null>(null, { afterAwait: () => null })

function newScope(): Scope {
  return { storages: [], outer: innermost(), isOpen: true }
}

/** The innermost scope that is still open: what goes on behind the end of its own may be in one further out. */
function innermost(): Scope | null {
  return openOne(scopes.get())
}

function openOne(scope: Scope | null): Scope | null {
  let open = scope
  while (open !== null && !open.isOpen) open = open.outer
  return open
}

/** Notes a new storage in the innermost open scope. */
export function noteInScope(storage: Storage): Storage {
  const scope = innermost()
  if (scope !== null) {
    storage.scope = scope
    scope.storages.push(storage)
  }
  return storage
}

/**
 * Opens a scope that `closeScope` closes: for a loop that is no function. What is made between goes with it.
 *
 * @example
 * const opened = openScope()
 * const x = ones([2])
 * closeScope(opened)
 * x.storage.isFreed // true
 */
export function openScope(): Scope {
  const scope = newScope()
  scopes.set(scope)
  return scope
}

/**
 * Frees what was made in the scope and not kept.
 *
 * @example
 * const opened = openScope()
 * const x = keep(ones([2]))
 * closeScope(opened)
 * x // tensor([1., 1.])
 */
export function closeScope(scope: Scope): void {
  free(scope)
  scopes.set(innermost())
}

function free(scope: Scope): void {
  scope.isOpen = false
  for (const storage of scope.storages) if (storage.scope === scope) storage.free()
}

const takesOutside = takesFunction('outsideScopes')

/**
 * Runs a function whose new tensors belong to no scope: code that may hold on to what it makes.
 *
 * @example
 * const seen: Tensor[] = []
 * scope(() => {
 *   outsideScopes(() => seen.push(ones([2])))
 * })
 * seen // [tensor([1., 1.])]
 */
export function outsideScopes<T>(fn: () => T, ...none: []): T {
  takesOutside([fn], none)
  return scopes.use(null, fn)
}

/**
 * `outsideScopes` for a synchronous function, such as an optimizer's step: it costs next to nothing.
 *
 * @example
 * scope(() => outsideScopesNow(() => ones([2]))) // tensor([1., 1.])
 */
export function outsideScopesNow<T>(fn: () => T): T {
  return scopes.during(null, fn)
}

const takesKeep = signature('keep', { input: kinds.tensor })

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
export function keep(x: Tensor, ...none: []): Tensor {
  if (none.length > 0 || !(x instanceof Tensor)) takesKeep([x], none)
  x.storage.scope = null
  return x
}

/** Hands what a scope returns to the scope around it. */
function promote(value: unknown, from: Scope): void {
  if (value instanceof Tensor) {
    if (value.storage.scope !== from) return
    const outer = openOne(from.outer)
    value.storage.scope = outer
    outer?.storages.push(value.storage)
  } else if (Array.isArray(value)) {
    for (const part of value) promote(part, from)
  } else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
    for (const part of Object.values(value)) promote(part, from)
  }
}

const takesScope = takesFunction('scope')

/**
 * Runs a function and frees, when it ends, the memory of every tensor made inside, except of those that it returns (alone,
 * in arrays or in plain objects), of gradients, parameters and optimizer state, and of what was passed to `keep`. Loops
 * run well without it; with it they use the least memory.
 *
 * An asynchronous function ends when its promise is settled. What it made until then is freed, but not what others made
 * meanwhile. Browsers cannot tell these apart: there, what is made behind its first `await` is left to the collector of
 * garbage.
 *
 * @returns what the function returns
 * @throws TypeError when the function returns a generator: its tensors would be freed before it runs.
 * @example
 * const total = scope(() => ones([1000]).mul(2).sum()) // tensor(2000.)
 */
export function scope<T>(fn: () => T, ...none: []): T {
  takesScope([fn], none)
  const own = newScope()
  const end = <R>(result: R): R => {
    promote(result, own)
    free(own)
    return result
  }
  const fail = (error: unknown): never => {
    free(own)
    throw error
  }
  try {
    const result = scopes.use<T>(own, fn)
    if (result instanceof Promise) return result.then(end, fail) as T
    if (isIterator(result)) {
      throw new TypeError('scope: the function returned a generator, which runs later; open the scope inside of it')
    }
    return end(result)
  } catch (error) {
    return fail(error)
  }
}
