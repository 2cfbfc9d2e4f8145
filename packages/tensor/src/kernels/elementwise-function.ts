/** A function of one element. A backend that knows the name may compute it in its own way. */
export interface UnaryFunction {
  readonly name: string
  readonly of: (x: number) => number
}

/** A function of two elements. */
export interface BinaryFunction {
  readonly name: string
  readonly of: (a: number, b: number) => number
}
