// What the `forward` of losses takes.

import { kinds, type Signature, signature } from '@nn/tensor'

export const takesTarget: Signature<object> = signature('forward', { input: kinds.tensor, target: kinds.tensor })

export const takesPair: Signature<object> = signature('forward', {
  input1: kinds.tensor,
  input2: kinds.tensor,
  target: kinds.tensor,
})

export const takesTriplet: Signature<object> = signature('forward', {
  anchor: kinds.tensor,
  positive: kinds.tensor,
  negative: kinds.tensor,
})
