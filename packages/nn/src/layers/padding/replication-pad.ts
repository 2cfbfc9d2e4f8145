import { PaddingLayer } from './padding-layer'

/**
 * Repeats the edges of sequences.
 *
 * @param padding one number for all sides, or [left, right]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ReplicationPad1d([1, 2]).forward(tensor([[1, 2, 3]])) // tensor([[1, 1, 2, 3, 3, 3]])
 * @see torch.nn.ReplicationPad1d
 */
export class ReplicationPad1d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(1, padding, none, { mode: 'replicate' })
  }
}

/**
 * Repeats the edges of images.
 *
 * @param padding one number for all sides, or [left, right, top, bottom]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ReplicationPad2d(1).forward(ones([1, 2, 2])).shape // [1, 4, 4]
 * @see torch.nn.ReplicationPad2d
 */
export class ReplicationPad2d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(2, padding, none, { mode: 'replicate' })
  }
}

/**
 * Repeats the edges of volumes.
 *
 * @param padding one number for all sides, or [left, right, top, bottom, front, back]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ReplicationPad3d(1).forward(ones([1, 2, 2, 2])).shape // [1, 4, 4, 4]
 * @see torch.nn.ReplicationPad3d
 */
export class ReplicationPad3d extends PaddingLayer {
  constructor(padding: number | readonly number[], ...none: []) {
    super(3, padding, none, { mode: 'replicate' })
  }
}
