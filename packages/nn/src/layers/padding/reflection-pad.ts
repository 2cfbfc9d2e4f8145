import { PaddingLayer } from './padding-layer'

/**
 * Adds a mirror image at the ends of sequences, without the edge itself.
 *
 * @param padding one number for all sides, or [left, right]; negative numbers take elements away
 * @throws RangeError for a list of another length, ShapeError in `forward` for an input that is too small.
 * @example
 * new ReflectionPad1d([1, 2]).forward(tensor([[1, 2, 3]])) // tensor([[2, 1, 2, 3, 2, 1]])
 * @see torch.nn.ReflectionPad1d
 */
export class ReflectionPad1d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(1, padding, none, { mode: 'reflect' })
  }
}

/**
 * Adds a mirror image at the ends of images, without the edge itself.
 *
 * @param padding one number for all sides, or [left, right, top, bottom]; negative numbers take elements away
 * @throws RangeError for a list of another length, ShapeError in `forward` for an input that is too small.
 * @example
 * new ReflectionPad2d(1).forward(ones([1, 2, 2])).shape // [1, 4, 4]
 * @see torch.nn.ReflectionPad2d
 */
export class ReflectionPad2d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(2, padding, none, { mode: 'reflect' })
  }
}

/**
 * Adds a mirror image at the ends of volumes, without the edge itself.
 *
 * @param padding one number for all sides, or [left, right, top, bottom, front, back]; negative numbers take elements away
 * @throws RangeError for a list of another length, ShapeError in `forward` for an input that is too small.
 * @example
 * new ReflectionPad3d(1).forward(ones([1, 2, 2, 2])).shape // [1, 4, 4, 4]
 * @see torch.nn.ReflectionPad3d
 */
export class ReflectionPad3d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(3, padding, none, { mode: 'reflect' })
  }
}
