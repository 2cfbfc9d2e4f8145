import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { lstmRecurrence } from './recurrence'
import { recurrentSizes } from './rnn-base'
import { RNNCellBase, type RNNCellBaseOptions } from './rnn-cell-base'
import { statePair } from './state-pair'

const takesLSTMCell = signature('LSTMCell', recurrentSizes, { bias: kinds.boolean }, { dtype: kinds.dtype })

const takesForward = signature('forward', { input: kinds.tensor, state: kinds.orNull(statePair) })

/**
 * One step of an `LSTM`, which has the formula.
 *
 * @param inputSize features of the input, which is [batch, inputSize] or [inputSize]
 * @param hiddenSize features of the state and of the cell
 * @throws RangeError for sizes that are no positive integers.
 * @throws ShapeError in `forward`, for an input or a state of another shape.
 * @example
 * const cell = new LSTMCell(10, 20)
 * let state: [h: Tensor, c: Tensor] = [zeros([3, 20]), zeros([3, 20])]
 * for (const x of randn([6, 3, 10])) state = cell.forward(x, state)
 * state[0].shape // [3, 20]
 * @see torch.nn.LSTMCell
 */
export class LSTMCell extends RNNCellBase {
  constructor(inputSize: number, hiddenSize: number, ...args: Args<RNNCellBaseOptions, ['bias']>) {
    super(inputSize, hiddenSize, lstmRecurrence, takesLSTMCell([inputSize, hiddenSize], args, new.target.name))
  }

  /**
   * @param state state and cell before, both [batch, hiddenSize] or [hiddenSize]; 0 where there are none
   * @returns state and cell after
   */
  forward(input: Tensor, state: readonly [h: Tensor, c: Tensor] | null = null, ...none: []): [h: Tensor, c: Tensor] {
    takesForward([input, state], none, this.getName())
    return this.step(input, state) as [Tensor, Tensor]
  }
}
