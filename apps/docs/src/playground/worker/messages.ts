import type { PlaygroundApi, PlaygroundEvent } from './api'

export type Method = keyof PlaygroundApi

/** The first message to the worker. */
export interface Start {
  readonly type: 'start'
  /** The address of the folder of the data sets. */
  readonly dataUrl: string
}

/** A call of one of the worker's functions. */
export interface Call {
  readonly type: 'call'
  readonly id: number
  readonly method: Method
  readonly args: readonly unknown[]
}

/** What comes back: the answer to a call, or something that happened. */
export type Reply =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'failure'; readonly id: number; readonly message: string }
  | { readonly type: 'event'; readonly event: PlaygroundEvent }
