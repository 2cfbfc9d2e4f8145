import { integers } from './kinds'
import type { Signature } from './signature'

/**
 * Integers given one by one, as a list, or by name: `x.permute(1, 0)`, `x.permute([1, 0])`, `x.permute({ dims: [1, 0] })`.
 *
 * @param takes a signature with one option, the list
 */
export function listArgument<Name extends string>(
  takes: Signature<{ readonly [K in Name]: readonly number[] }>,
  name: Name,
  input: unknown,
  args: readonly unknown[],
): readonly number[] {
  const isList = args.length === 1 && typeof args[0] === 'object'
  const list = isList ? args[0] : args
  return integers.accepts(list) ? list : takes([input], isList ? args : [args])[name]
}

/** The same arguments as a function takes them that reads its list itself: one by one they become one list. */
export function asOneArgument<List>(args: readonly unknown[]): [List] {
  return (args.length === 1 && typeof args[0] === 'object' ? args : [args]) as [List]
}
