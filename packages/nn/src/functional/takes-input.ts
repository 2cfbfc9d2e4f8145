import { kinds, type Signature, signature } from '@nn/tensor'

/** What functions take that have no options: `takesInput([input], none, 'tanh')`. */
export const takesInput: Signature<object> = signature('input', { input: kinds.tensor })
