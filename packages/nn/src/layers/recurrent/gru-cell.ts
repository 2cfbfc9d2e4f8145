import type { Tensor } from '@nn/tensor'
import { gruRecurrence } from './recurrence'
import { RNNCellBase, type RNNCellBaseOptions } from './rnn-cell-base'

/**
 * One step of a `GRU`, which has the formula.
 *
 * @param inputSize features of the input, which is [batch, inputSize] or [inputSize]
 * @param hiddenSize features of the state
 * @throws RangeError for sizes that are no positive integers.
 * @throws ShapeError in `forward`, for an input or a state of another shape.
 * @example
 * const cell = new GRUCell(10, 20)
 * let h = zeros([3, 20])
 * for (const x of randn([6, 3, 10])) h = cell.forward(x, h)
 * h.shape // [3, 20]
 * @see torch.nn.GRUCell
 */
export class GRUCell extends RNNCellBase {
  constructor(inputSize: number, hiddenSize: number, options: RNNCellBaseOptions = {}) {
    super(inputSize, hiddenSize, gruRecurrence, options)
  }

  /**
   * @param h the state before, [batch, hiddenSize] or [hiddenSize]; 0 where there is none
   * @returns the state after
   */
  forward(input: Tensor, h: Tensor | null = null): Tensor {
    const [next] = this.step(input, h === null ? null : [h]) as [Tensor]
    return next
  }
}
