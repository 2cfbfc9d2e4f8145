import { kinds, signature } from '@nn/tensor'
import { pythonTuple } from '../../module/python-literal'
import { PaddingLayer } from './padding-layer'

const takesPaddingAndValue = signature('ConstantPad', {
  padding: kinds.either(kinds.integer, kinds.integers),
  value: kinds.number,
})

/** The padding layers whose value is chosen. */
abstract class ConstantPad extends PaddingLayer {
  readonly value: number

  constructor(rank: 1 | 2 | 3, padding: number | readonly number[], value: number, none: readonly []) {
    takesPaddingAndValue([padding, value], none, new.target.name)
    super(rank, padding, none, { value })
    this.value = value
  }

  override extraRepr(): string {
    return `padding=${pythonTuple(this.padding)}, value=${this.value}`
  }
}

/**
 * Adds one value at the ends of sequences.
 *
 * @param padding one number for all sides, or [left, right]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ConstantPad1d([1, 2], 7).forward(tensor([[1]])) // tensor([[7, 1, 7, 7]])
 * @see torch.nn.ConstantPad1d
 */
export class ConstantPad1d extends ConstantPad {
  constructor(padding: number | readonly number[], value: number, ...none: []) {
    super(1, padding, value, none)
  }
}

/**
 * Adds one value at the ends of images.
 *
 * @param padding one number for all sides, or [left, right, top, bottom]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ConstantPad2d(1, 7).forward(ones([1, 2, 2])).shape // [1, 4, 4]
 * @see torch.nn.ConstantPad2d
 */
export class ConstantPad2d extends ConstantPad {
  constructor(padding: number | readonly number[], value: number, ...none: []) {
    super(2, padding, value, none)
  }
}

/**
 * Adds one value at the ends of volumes.
 *
 * @param padding one number for all sides, or [left, right, top, bottom, front, back]; negative numbers take elements away
 * @throws RangeError for a list of another length.
 * @example
 * new ConstantPad3d(1, 7).forward(ones([1, 2, 2, 2])).shape // [1, 4, 4, 4]
 * @see torch.nn.ConstantPad3d
 */
export class ConstantPad3d extends ConstantPad {
  constructor(padding: number | readonly number[], value: number, ...none: []) {
    super(3, padding, value, none)
  }
}
