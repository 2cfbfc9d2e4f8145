import type { Tensor, TypedArray } from '@nn/tensor'

/** What `defaultCollate` makes of a list of samples: the sample's own structure, with a batch at each leaf. */
export type Collated<Sample> = Sample extends Tensor | TypedArray | number | boolean
  ? Tensor
  : Sample extends string
    ? string[]
    : { -readonly [Key in keyof Sample]: Collated<Sample[Key]> }
