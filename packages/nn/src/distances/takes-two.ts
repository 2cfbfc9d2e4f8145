import { kinds, type Signature, signature } from '@nn/tensor'

/** What the `forward` of distances takes. */
export const takesTwo: Signature<object> = signature('forward', { x1: kinds.tensor, x2: kinds.tensor })
