import { type DType, dtypes, getDefaultDtype } from './dtype'

/** What promotion asks of an operand. A `wrapped` one is a JavaScript number: it decides only the category. */
export interface PromotionOperand {
  readonly dtype: DType
  readonly shape: readonly number[]
  readonly wrapped: boolean
}

/** The dtype that holds the values of both: the higher category wins, within a category the wider type. */
export function promoteTypes(a: DType, b: DType): DType {
  const x = dtypes[a]
  const y = dtypes[b]
  if (x.category !== y.category) return x.category > y.category ? a : b
  return x.rank >= y.rank ? a : b
}

/**
 * The dtype of an arithmetic result. Operands fall into three classes, tensors with dimensions, 0-d tensors and plain
 * numbers; a lower class counts only if its category is higher than that of the classes before it.
 */
export function resultType(...operands: readonly PromotionOperand[]): DType {
  let result: DType | null = null
  for (const inClass of [isDimensioned, isZeroDim, isWrapped]) {
    let ofClass: DType | null = null
    for (const operand of operands) {
      if (!inClass(operand)) continue
      const dtype = operand.wrapped ? wrappedDtype(operand.dtype) : operand.dtype
      ofClass = ofClass === null ? dtype : promoteTypes(ofClass, dtype)
    }
    if (ofClass === null) continue
    if (result === null || dtypes[ofClass].category > dtypes[result].category) result = ofClass
  }
  return result ?? getDefaultDtype()
}

const isWrapped = (x: PromotionOperand): boolean => x.wrapped
const isZeroDim = (x: PromotionOperand): boolean => !x.wrapped && x.shape.length === 0
const isDimensioned = (x: PromotionOperand): boolean => !x.wrapped && x.shape.length > 0

/** A floating-point number joins integers as the default dtype, not as the double that it is. */
function wrappedDtype(dtype: DType): DType {
  return dtypes[dtype].category === 2 ? getDefaultDtype() : dtype
}
