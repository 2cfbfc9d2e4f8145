import { kinds, signature, type Tensor } from '@nn/tensor'
import { type PadOptions, pad } from '../../functional/padding/pad'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'
import { checkInput } from '../check-input'

const takesPadding = signature('PaddingLayer', { padding: kinds.either(kinds.integer, kinds.integers) })

/** What the padding layers share: a fixed padding of the last dimensions. */
export abstract class PaddingLayer extends Module {
  /** [left, right], [left, right, top, bottom] or [left, right, top, bottom, front, back]. */
  readonly padding: readonly number[]
  private readonly options: PadOptions

  /**
   * @param rank how many dimensions are padded
   * @param padding one number for all sides, or one for each
   * @param none what followed the padding
   * @param options what is added
   * @throws RangeError for a list of another length.
   */
  constructor(rank: 1 | 2 | 3, padding: number | readonly number[], none: readonly [], options: PadOptions) {
    super()
    takesPadding([padding], none, this.getName())
    const sides = 2 * rank
    const given = typeof padding === 'number' ? new Array<number>(sides).fill(padding) : padding
    if (given.length !== sides) {
      throw new RangeError(`${this.getName()}: padding must be one number or ${sides}, got [${given.join(', ')}]`)
    }
    this.padding = given
    this.options = options
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return pad(input, this.padding, this.options)
  }

  override extraRepr(): string {
    return pythonTuple(this.padding)
  }
}
