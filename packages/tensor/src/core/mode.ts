import { type Kind, kind } from './kinds'
import { type Signature, signature } from './signature'

/** What one use of a mode says, from its beginning until its function is done. */
interface Setting<T> {
  value: T
  /** What held where the use began, and holds again for whatever of it goes on after its end. */
  readonly outer: Setting<T> | null
  hasEnded: boolean
}

/** Takes something along to whatever goes on behind an `await`, as `AsyncLocalStorage` does. */
export interface Carrier<T> {
  run<R>(carried: T, fn: () => R): R
  /** What was taken along to here. */
  getStore(): T | undefined
}

/** A function makes it, so that no bundler sees an import of Node's; undefined in browsers. */
function makeCarrier<T>(): Carrier<T> | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }
  const hooks = process?.getBuiltinModule?.('node:async_hooks') as
    | { AsyncLocalStorage?: new () => Carrier<T> }
    | undefined
  return hooks?.AsyncLocalStorage === undefined ? undefined : new hooks.AsyncLocalStorage()
}

/**
 * Something that is switched for the time of a function, as recording is by `noGrad`. Each use belongs to its own call:
 * what the function does after an `await` and in a generator's every resumption is in the mode, and what others do
 * meanwhile is not.
 *
 * While a function runs, nothing else does, so a variable says what its mode is. What is awaited goes on later, among
 * others: `AsyncLocalStorage` tells then whose turn it is. Browsers have no such thing: all that runs while asynchronous
 * uses are not done is in the mode of the youngest of them, and once all are done nothing is.
 */
export class Mode<T> {
  private readonly base: Setting<T>
  /** That of the function that runs now; null where none was called, but something goes on. */
  private running: Setting<T> | null = null
  /** Those that have not ended, from the oldest to the youngest. */
  private readonly pending: Setting<T>[] = []
  private readonly carrier: Carrier<Setting<T>> | undefined
  private readonly afterAwait: (value: T) => T

  /**
   * @param initial the value where nothing uses the mode
   * @param options `afterAwait`: what a use says behind its first `await` where nobody can tell whose turn it is, instead
   *   of its value; `carrier` is for tests
   */
  constructor(
    initial: T,
    options: { readonly afterAwait?: (value: T) => T; readonly carrier?: Carrier<never> | undefined } = {},
  ) {
    this.base = { value: initial, outer: null, hasEnded: false }
    this.afterAwait = options.afterAwait ?? ((value) => value)
    this.carrier = 'carrier' in options ? (options.carrier as Carrier<Setting<T>> | undefined) : makeCarrier()
  }

  /** The value now. Ops ask for it, so an ordinary program pays two comparisons. */
  get(): T {
    return this.now().value
  }

  /** Another value from now on, until the innermost use ends. */
  set(value: T): void {
    this.now().value = value
  }

  private now(): Setting<T> {
    if (this.running !== null) return this.running
    if (this.pending.length === 0) return this.base
    let setting = (this.carrier === undefined ? this.pending.at(-1) : this.carrier.getStore()) ?? this.base
    // What nobody waited for goes on in the mode around it.
    while (setting.hasEnded && setting.outer !== null) setting = setting.outer
    return setting
  }

  /** Runs a synchronous function with another value, as cheaply as can be: for the library's own. */
  during<R>(value: T, fn: () => R): R {
    const setting = this.now()
    const before = setting.value
    setting.value = value
    try {
      return fn()
    } finally {
      setting.value = before
    }
  }

  /**
   * Runs a function with a value of its own.
   *
   * @returns what the function returns: a promise that is settled when the use has ended, an iterator that has the value
   *   whenever it goes on
   */
  use<R>(value: T, fn: () => R): R {
    const setting: Setting<T> = { value, outer: this.now(), hasEnded: false }
    const before = this.running
    this.running = setting
    this.pending.push(setting)
    let goesOn = false
    try {
      const result = this.carrier === undefined ? fn() : this.carrier.run(setting, fn)
      goesOn = isThenable(result)
      if (goesOn) return this.untilSettled(setting, result as PromiseLike<unknown>) as R
      return isIterator(result) ? this.resumed(value, result) : result
    } finally {
      this.running = before
      if (!goesOn) this.end(setting)
    }
  }

  private end(setting: Setting<T>): void {
    setting.hasEnded = true
    this.pending.splice(this.pending.lastIndexOf(setting), 1)
  }

  private untilSettled<R>(setting: Setting<T>, result: PromiseLike<R>): Promise<R> {
    const { carrier } = this
    const settle = (): Promise<R> => Promise.resolve(result)
    // A thenable may begin its work when it is asked.
    const promise = carrier === undefined ? settle() : carrier.run(setting, settle)
    if (carrier === undefined) setting.value = this.afterAwait(setting.value)
    return promise.then(
      (value) => {
        this.end(setting)
        return value
      },
      (error: unknown) => {
        this.end(setting)
        throw error
      },
    )
  }

  /** The iterator, with the value whenever it goes on: what asks for the next is somewhere else, in another mode. */
  private resumed<R extends AnyIterator>(value: T, iterator: R): R {
    const resumed = Object.create(iterator) as Record<string, unknown>
    for (const method of ['next', 'return', 'throw'] as const) {
      const goOn = iterator[method]
      if (goOn !== undefined)
        resumed[method] = (...args: unknown[]) => this.use(value, () => goOn.apply(iterator, args))
    }
    return resumed as unknown as R
  }
}

interface AnyIterator {
  readonly next: (...args: unknown[]) => unknown
  readonly return?: (...args: unknown[]) => unknown
  readonly throw?: (...args: unknown[]) => unknown
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
}

/** Whether something gives values one after another, as a generator does; a list only can be asked for such a thing. */
export function isIterator(value: unknown): value is AnyIterator {
  if (typeof value !== 'object' || value === null) return false
  if (typeof (value as { next?: unknown }).next !== 'function') return false
  return Symbol.iterator in value || Symbol.asyncIterator in value
}

/** What a function that runs another in a mode takes: the other, and nothing behind it. */
export function takesFunction(op: string): Signature<object> {
  const fn: Kind<() => unknown> = kind(
    `a function, as in ${op}(() => …) or ${op}(async () => …)`,
    (value) => typeof value === 'function',
  )
  return signature(op, { fn })
}
