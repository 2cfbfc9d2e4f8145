/**
 * What is done to a sample before it gets into a batch: any function. One that treats the pixels of a one-channel image
 * each alone and all alike may say so with `elementwise`; datasets of bytes then work out what becomes of each of the 256
 * bytes once, and look whole batches up.
 */
export interface Transform<Input, Output> {
  (input: Input): Output
  readonly elementwise?: boolean
}
