import type { Tensor } from '@nn/tensor'
import { type PadOptions, pad } from '../../functional/padding/pad'
import { Module } from '../../module/module'
import { pythonTuple } from '../../module/python-literal'

/** What the padding layers share: a fixed padding of the last dimensions. */
export abstract class PaddingLayer extends Module {
  /** [left, right], [left, right, top, bottom] or [left, right, top, bottom, front, back]. */
  readonly padding: readonly number[]
  private readonly options: PadOptions

  /**
   * @param rank how many dimensions are padded
   * @param padding one number for all sides, or one for each
   * @param options what is added
   * @throws RangeError for a list of another length.
   */
  constructor(rank: 1 | 2 | 3, padding: number | readonly number[], options: PadOptions) {
    super()
    const sides = 2 * rank
    const given = typeof padding === 'number' ? new Array<number>(sides).fill(padding) : padding
    if (given.length !== sides) {
      throw new RangeError(
        `${this.constructor.name}: padding must be one number or ${sides}, got [${given.join(', ')}]`,
      )
    }
    this.padding = given
    this.options = options
  }

  forward(input: Tensor): Tensor {
    return pad(input, this.padding, this.options)
  }

  override extraRepr(): string {
    return pythonTuple(this.padding)
  }
}
