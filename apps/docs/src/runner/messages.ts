import type { Figure } from '../display/figure'
import type { Level } from './run-program'

/** What the page tells the worker. */
export interface RunMessage {
  readonly source: string
  /** The address of the folder of the data sets. */
  readonly dataUrl: string
}

/** What happens while a program runs, in order. */
export type ProgramEvent =
  | { readonly type: 'print'; readonly text: string; readonly level: Level }
  | { readonly type: 'figure'; readonly figure: Figure }
  | ProgramError
  | { readonly type: 'done' }

export interface ProgramError {
  readonly type: 'error'
  readonly message: string
  /** The line of the program, from 1; null where it is not known. */
  readonly line: number | null
}
