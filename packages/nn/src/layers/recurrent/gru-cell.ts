import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { gruRecurrence } from './recurrence'
import { recurrentSizes } from './rnn-base'
import { RNNCellBase, type RNNCellBaseOptions } from './rnn-cell-base'

const takesGRUCell = signature('GRUCell', recurrentSizes, { bias: kinds.boolean }, { dtype: kinds.dtype })

const takesForward = signature('forward', { input: kinds.tensor, h: kinds.orNull(kinds.tensor) })

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
  constructor(inputSize: number, hiddenSize: number, ...args: Args<RNNCellBaseOptions, ['bias']>) {
    super(inputSize, hiddenSize, gruRecurrence, takesGRUCell([inputSize, hiddenSize], args, new.target.name))
  }

  /**
   * @param h the state before, [batch, hiddenSize] or [hiddenSize]; 0 where there is none
   * @returns the state after
   */
  forward(input: Tensor, h: Tensor | null = null, ...none: []): Tensor {
    takesForward([input, h], none, this.getName())
    const [next] = this.step(input, h === null ? null : [h]) as [Tensor]
    return next
  }
}
