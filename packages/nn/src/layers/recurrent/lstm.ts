import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { lstmRecurrence } from './recurrence'
import { RNNBase, type RNNBaseOptions, recurrentKinds, recurrentSizes } from './rnn-base'
import { statePair } from './state-pair'

export interface LSTMOptions extends RNNBaseOptions {
  /** Features to which the state is projected by a learned matrix, below `hiddenSize`; 0 for no projection. Default 0. */
  projSize?: number
}

const takesLSTM = signature(
  'LSTM',
  recurrentSizes,
  { numLayers: kinds.integer, ...recurrentKinds, projSize: kinds.integer },
  { dtype: kinds.dtype },
)

const takesForward = signature('forward', { input: kinds.tensor, initial: kinds.orNull(statePair) })

/**
 * A recurrent network with a cell c beside its state h (Hochreiter and Schmidhuber, 1997): f keeps of the cell, i writes
 * to it, o reads from it.
 *
 * $$ \begin{aligned}
 *    i &= \sigma(W_{ii} x_t + b_{ii} + W_{hi} h_{t-1} + b_{hi}) \\
 *    f &= \sigma(W_{if} x_t + b_{if} + W_{hf} h_{t-1} + b_{hf}) \\
 *    g &= \tanh(W_{ig} x_t + b_{ig} + W_{hg} h_{t-1} + b_{hg}) \\
 *    o &= \sigma(W_{io} x_t + b_{io} + W_{ho} h_{t-1} + b_{ho}) \\
 *    c_t &= f \odot c_{t-1} + i \odot g, \qquad h_t = o \odot \tanh(c_t)
 * \end{aligned} $$
 *
 * With `projSize` the state is $h_t = W_{hr} (o \odot \tanh(c_t))$.
 *
 * @param inputSize features of a step, whose sequence is [time, batch, inputSize], or [time, inputSize] for one
 * @param hiddenSize features of the state and of the cell
 * @throws RangeError for sizes that are no positive integers, a `projSize` that is not below `hiddenSize`, and a dropout
 *   outside [0, 1].
 * @throws ShapeError in `forward`, for an input or a state of another shape.
 * @example
 * const lstm = new LSTM(10, 20, { numLayers: 2, batchFirst: true })
 * const [output, [hn, cn]] = lstm.forward(randn([3, 5, 10]))
 * output.shape // [3, 5, 20]
 * cn.shape // [2, 3, 20]
 * @see torch.nn.LSTM
 */
export class LSTM extends RNNBase {
  constructor(
    inputSize: number,
    hiddenSize: number,
    ...args: Args<LSTMOptions, ['numLayers', 'bias', 'batchFirst', 'dropout', 'bidirectional', 'projSize']>
  ) {
    const options = takesLSTM([inputSize, hiddenSize], args, new.target.name)
    const { projSize = 0 } = options
    if (projSize < 0 || (projSize > 0 && projSize >= hiddenSize)) {
      throw new RangeError(`${new.target.name}: projSize must be an integer from 0 to hiddenSize - 1, got ${projSize}`)
    }
    super(inputSize, hiddenSize, lstmRecurrence, options)
  }

  /**
   * @param initial state and cell of each layer and direction before the first step, both
   *   [numLayers · directions, batch, hiddenSize], the state with `projSize` in place of `hiddenSize` where that is not 0;
   *   0 where there are none
   * @returns the last layer's state at every step, and the state and cell of all layers after the last step
   */
  forward(
    input: Tensor,
    initial: readonly [h0: Tensor, c0: Tensor] | null = null,
    ...none: []
  ): [output: Tensor, last: [hn: Tensor, cn: Tensor]] {
    takesForward([input, initial], none, this.getName())
    const { output, states } = this.run(input, initial)
    return [output, states as [Tensor, Tensor]]
  }
}
