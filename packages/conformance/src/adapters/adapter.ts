import type { Call } from '../call'

/** Calls our function with PyTorch's arguments. */
export type Adapter = (call: Call) => unknown

export type Adapters = Readonly<Record<string, Adapter>>

/** The adapters of functions that take the same kind of arguments. */
export function adaptEach<F>(functions: Readonly<Record<string, F>>, adapt: (f: F) => Adapter): Adapters {
  return Object.fromEntries(Object.entries(functions).map(([name, f]) => [name, adapt(f)]))
}
