import { type DType, dtypes } from './dtype'
import { numelOf, type Shape, showShape } from './shape'

/** No memory for a tensor. Says what was asked for, and which op asked. */
export class AllocationError extends RangeError {
  private readonly what: string

  constructor(shape: Shape, dtype: DType, cause: RangeError) {
    const gigabytes = (numelOf(shape) * dtypes[dtype].bytes) / 1e9
    const what = `no memory for a ${dtype} tensor ${showShape(shape)} of ${Number(gigabytes.toPrecision(3))} GB (${cause.message})`
    super(what, { cause })
    this.what = what
  }

  /** Puts the op in front; of ops that call others the outermost stays. */
  nameOp(op: string): void {
    this.message = `${op}: ${this.what}`
  }
}
