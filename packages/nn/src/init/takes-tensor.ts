import { kinds, type Signature, signature } from '@nn/tensor'

/** What functions take that have no options: `takesTensor([tensor], none, 'eye_')`. */
export const takesTensor: Signature<object> = signature('tensor', { tensor: kinds.tensor })
