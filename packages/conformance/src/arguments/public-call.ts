/** Names of parameters: those that may go by position, in order, and those that go by keyword only. */
export type Overload = readonly [positional: readonly string[], keyword: readonly string[]]

/** A function, method or constructor that users call. */
export interface PublicCall {
  /** As one would write it: `functional.dropout`, `new SGD`, `x.sum`. */
  readonly name: string
  /** What PyTorch takes under that name; null where it has nothing of the kind. */
  readonly pytorch: readonly Overload[] | null
  /** True for a method: its errors list the receiver among its arguments. */
  readonly isMethod: boolean
  readonly call: (...args: readonly unknown[]) => unknown
}
