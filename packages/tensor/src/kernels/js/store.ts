import { checkInt64, type DType } from '../../core/dtype'

const asIs = (value: number): number => value

/** What makes a computed number ready for an array of `dtype`; the typed array itself does the rest. */
export function storeInto(op: string, dtype: DType): (value: number) => number {
  if (dtype === 'bool') return (value) => (value !== 0 ? 1 : 0)
  if (dtype !== 'int64') return asIs
  return (value) => {
    // Adding 0 turns -0, which no integer has, into 0.
    const integer = Math.trunc(value) + 0
    checkInt64(op, integer)
    return integer
  }
}
