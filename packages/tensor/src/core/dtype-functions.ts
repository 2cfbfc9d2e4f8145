// Functions of dtypes as users call them. Within the library, where nobody passes what is no dtype, they run unchecked.

import type { Operand, Tensor } from '../tensor'
import { type DType, getDefaultDtype as defaultDtype, isFloatingPoint as isFloating, setDefault } from './dtype'
import { DTypeError } from './errors'
import { isTensor } from './is-tensor'
import * as kinds from './kinds'
import { asTensor } from './operand'
import { promoteTypes as promote, resultType as resultOf } from './promotion'
import { signature } from './signature'

const takesNothing = signature('getDefaultDtype', {})
const takesDefault = signature('setDefaultDtype', { dtype: kinds.dtype })
const takesTensorOrDtype = signature('isFloatingPoint', { input: kinds.either(kinds.tensor, kinds.dtype) })
const takesTypes = signature('promoteTypes', { type1: kinds.dtype, type2: kinds.dtype })
const takesOperands = signature('resultType', { tensor: kinds.operand, other: kinds.operand })

/** The dtype that creation functions give floating-point values: `float32` unless `setDefaultDtype` changed it. */
export function getDefaultDtype(...none: []): 'float32' | 'float64' {
  takesNothing([], none)
  return defaultDtype()
}

/**
 * Sets the dtype that creation functions give floating-point values.
 *
 * @throws DTypeError for a dtype that is not floating point.
 * @example
 * setDefaultDtype('float64')
 * tensor([1.5]).dtype // 'float64'
 * @see torch.set_default_dtype
 */
export function setDefaultDtype(dtype: DType, ...none: []): void {
  takesDefault([dtype], none)
  if (dtype !== 'float32' && dtype !== 'float64') {
    throw new DTypeError(`setDefaultDtype: only float32 and float64 can be the default, got ${dtype}`)
  }
  setDefault(dtype)
}

/**
 * True for `float32` and `float64`, the dtypes that can require a gradient, and for tensors of them.
 *
 * @example
 * isFloatingPoint('int64') // false
 * @see torch.is_floating_point
 */
export function isFloatingPoint(input: Tensor | DType, ...none: []): boolean {
  takesTensorOrDtype([input], none)
  return isFloating(isTensor(input) ? input.dtype : input)
}

/**
 * The dtype that holds the values of both: the higher category wins, within a category the wider type.
 *
 * @example
 * promoteTypes('uint8', 'float32') // 'float32'
 * @see torch.promote_types
 */
export function promoteTypes(a: DType, b: DType, ...none: []): DType {
  takesTypes([a, b], none)
  return promote(a, b)
}

/**
 * The dtype of an arithmetic result. Operands fall into three classes, tensors with dimensions, 0-d tensors and plain
 * numbers; a lower class counts only if its category is higher than that of the classes before it.
 *
 * @example
 * resultType(tensor([1, 2]), tensor(1.5)) // 'float32'
 * resultType(tensor([1, 2]), 1.5) // 'float32'
 * @see torch.result_type
 */
export function resultType(a: Operand, b: Operand, ...none: []): DType {
  takesOperands([a, b], none)
  return resultOf(asTensor('resultType', a), asTensor('resultType', b))
}
