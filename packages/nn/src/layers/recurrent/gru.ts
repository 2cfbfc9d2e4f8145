import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { gruRecurrence } from './recurrence'
import { RNNBase, type RNNBaseOptions, recurrentKinds, recurrentSizes } from './rnn-base'

const takesGRU = signature(
  'GRU',
  recurrentSizes,
  { numLayers: kinds.integer, ...recurrentKinds },
  { dtype: kinds.dtype },
)

const takesForward = signature('forward', { input: kinds.tensor, h0: kinds.orNull(kinds.tensor) })

/**
 * A recurrent network with gates (Cho et al., 2014): r lets the last state take part, z keeps of it.
 *
 * $$ \begin{aligned}
 *    r &= \sigma(W_{ir} x_t + b_{ir} + W_{hr} h_{t-1} + b_{hr}) \\
 *    z &= \sigma(W_{iz} x_t + b_{iz} + W_{hz} h_{t-1} + b_{hz}) \\
 *    n &= \tanh(W_{in} x_t + b_{in} + r \odot (W_{hn} h_{t-1} + b_{hn})) \\
 *    h_t &= (1 - z) \odot n + z \odot h_{t-1}
 * \end{aligned} $$
 *
 * @param inputSize features of a step, whose sequence is [time, batch, inputSize], or [time, inputSize] for one
 * @param hiddenSize features of the state
 * @throws RangeError for sizes that are no positive integers, and a dropout outside [0, 1].
 * @throws ShapeError in `forward`, for an input or a state of another shape.
 * @example
 * const gru = new GRU(10, 20, { bidirectional: true })
 * const [output, hn] = gru.forward(randn([5, 3, 10]))
 * output.shape // [5, 3, 40]
 * hn.shape // [2, 3, 20]
 * @see torch.nn.GRU
 */
export class GRU extends RNNBase {
  constructor(
    inputSize: number,
    hiddenSize: number,
    ...args: Args<RNNBaseOptions, ['numLayers', 'bias', 'batchFirst', 'dropout', 'bidirectional']>
  ) {
    super(inputSize, hiddenSize, gruRecurrence, takesGRU([inputSize, hiddenSize], args, new.target.name))
  }

  /**
   * @param h0 the state of each layer and direction before the first step, [numLayers · directions, batch, hiddenSize];
   *   0 where there is none
   * @returns the last layer's state at every step, and the state of all layers after the last step
   */
  forward(input: Tensor, h0: Tensor | null = null, ...none: []): [output: Tensor, hn: Tensor] {
    takesForward([input, h0], none, this.getName())
    const { output, states } = this.run(input, h0 === null ? null : [h0])
    return [output, states[0] as Tensor]
  }
}
