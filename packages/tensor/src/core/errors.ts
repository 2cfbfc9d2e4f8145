/** Shapes that do not fit the operation: wrong rank, sizes that do not broadcast, inner dimensions that differ. */
export class ShapeError extends Error {
  override readonly name: string = 'ShapeError'
}

/** A dtype that the operation does not accept, or a value that its dtype cannot hold. */
export class DTypeError extends TypeError {
  override readonly name: string = 'DTypeError'
}

/** An index or a dimension outside its range. */
export class IndexError extends RangeError {
  override readonly name: string = 'IndexError'
}

/** A gradient that cannot be computed: no graph, a freed graph, a saved value that was overwritten. */
export class AutogradError extends Error {
  override readonly name: string = 'AutogradError'
}
