// Signatures that many functions share. Each function gives its name with the call.

import * as kinds from '../core/kinds'
import { type Signature, signature } from '../core/signature'

/** Of one tensor and nothing else. */
export const takesInput: Signature<object> = signature('', { input: kinds.tensor })

/** Of two tensors. */
export const takesTwo: Signature<object> = signature('', { input: kinds.tensor, other: kinds.tensor })

/** Of a tensor and what arithmetic takes. */
export const takesOperand: Signature<object> = signature('', { input: kinds.operand, other: kinds.operand })

/** No arguments beyond those that a function takes. */
export const nothingMore: readonly unknown[] = []
