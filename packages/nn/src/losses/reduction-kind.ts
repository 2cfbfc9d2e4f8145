import { type Kind, kinds, type Reduction } from '@nn/tensor'

/** Any text: which ones there are is for `checkReduction` to say. */
export const reductionKind: Kind<Reduction> = kinds.text as Kind<Reduction>
