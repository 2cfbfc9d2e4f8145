import type { Call } from '../call'

/** Calls our function with PyTorch's arguments. */
export type Adapter = (call: Call) => unknown

export type Adapters = Readonly<Record<string, Adapter>>
