import { Linear } from '../linear'

/** The last layer of `MultiheadAttention`: a `Linear` that PyTorch prints under another name. */
export class NonDynamicallyQuantizableLinear extends Linear {}
