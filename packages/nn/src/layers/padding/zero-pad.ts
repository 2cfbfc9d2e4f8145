import { PaddingLayer } from './padding-layer'

/**
 * Adds zeros at the ends of sequences.
 *
 * @param padding one number for all sides, or [left, right]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ZeroPad1d([1, 2]).forward(tensor([[1]])) // tensor([[0, 1, 0, 0]])
 * @see torch.nn.ZeroPad1d
 */
export class ZeroPad1d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(1, padding, none, { mode: 'constant' })
  }
}

/**
 * Adds zeros at the ends of images.
 *
 * @param padding one number for all sides, or [left, right, top, bottom]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ZeroPad2d(1).forward(ones([1, 2, 2])).shape // [1, 4, 4]
 * @see torch.nn.ZeroPad2d
 */
export class ZeroPad2d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(2, padding, none, { mode: 'constant' })
  }
}

/**
 * Adds zeros at the ends of volumes.
 *
 * @param padding one number for all sides, or [left, right, top, bottom, front, back]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ZeroPad3d(1).forward(ones([1, 2, 2, 2])).shape // [1, 4, 4, 4]
 * @see torch.nn.ZeroPad3d
 */
export class ZeroPad3d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(3, padding, none, { mode: 'constant' })
  }
}
