import { PaddingLayer } from './padding-layer'

/**
 * Continues sequences at each end with what stands at the other, as if they went around.
 *
 * @param padding one number for all sides, or [left, right]; negative numbers take elements away
 * @throws RangeError for a list of another length, ShapeError in `forward` for an input that is too small.
 * @example
 * new CircularPad1d([1, 2]).forward(tensor([[1, 2, 3]])) // tensor([[3, 1, 2, 3, 1, 2]])
 * @see torch.nn.CircularPad1d
 */
export class CircularPad1d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(1, padding, none, { mode: 'circular' })
  }
}

/**
 * Continues images at each end with what stands at the other, as if they went around.
 *
 * @param padding one number for all sides, or [left, right, top, bottom]; negative numbers take elements away
 * @throws RangeError for a list of another length, ShapeError in `forward` for an input that is too small.
 * @example
 * new CircularPad2d(1).forward(ones([1, 2, 2])).shape // [1, 4, 4]
 * @see torch.nn.CircularPad2d
 */
export class CircularPad2d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(2, padding, none, { mode: 'circular' })
  }
}

/**
 * Continues volumes at each end with what stands at the other, as if they went around.
 *
 * @param padding one number for all sides, or [left, right, top, bottom, front, back]; negative numbers take elements away
 * @throws RangeError for a list of another length, ShapeError in `forward` for an input that is too small.
 * @example
 * new CircularPad3d(1).forward(ones([1, 2, 2, 2])).shape // [1, 4, 4, 4]
 * @see torch.nn.CircularPad3d
 */
export class CircularPad3d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(3, padding, none, { mode: 'circular' })
  }
}
