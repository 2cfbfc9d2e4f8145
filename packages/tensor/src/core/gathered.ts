import type { Tensor } from '../tensor'
import { dtype, type Kind } from './kinds'

/** Sizes one by one or in one list, and options last: `zeros(2, 3)`, `zeros([2, 3])`, `zeros(2, 3, { dtype: 'int64' })`. */
export type SizesAnd<Options> =
  | [size: readonly number[], options?: Options]
  | [first: number, ...more: number[]]
  | [first: number, ...more: [...number[], Options]]

/** Tensors one by one or in one list, and options last: `meshgrid(a, b, { indexing: 'xy' })`, `meshgrid([a, b])`. */
export type TensorsAnd<Options> =
  | [tensors: readonly Tensor[], options?: Options]
  | Tensor[]
  | [first: Tensor, ...more: [...Tensor[], Options]]

/** Tensors one by one or in one list. */
export type Tensors = readonly Tensor[] | [tensors: readonly Tensor[]]

/**
 * The arguments of a function that takes parts one by one or in one list: the list, which is checked nowhere yet, and what
 * came behind it.
 *
 * @param part tells the first of them; what it does not accept stands for the list
 */
export function gathered(args: readonly unknown[], part: Kind<unknown>): [list: unknown, rest: readonly unknown[]] {
  if (!part.accepts(args[0])) return [args[0], args.slice(1)]
  const last = args[args.length - 1]
  const isOption = !part.accepts(last) && (typeof last === 'object' || last === undefined || dtype.accepts(last))
  const count = isOption ? args.length - 1 : args.length
  return [args.slice(0, count), args.slice(count)]
}
