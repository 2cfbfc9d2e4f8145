import { type Args, type Kind, kinds, signature, type Tensor } from '@nn/tensor'
import { type Nonlinearity, recurrenceOf } from './recurrence'
import { RNNBase, type RNNBaseOptions, recurrentKinds, recurrentSizes } from './rnn-base'

export interface RNNOptions extends RNNBaseOptions {
  /** What makes the next state. Default `'tanh'`. */
  nonlinearity?: Nonlinearity
}

const takesRNN = signature(
  'RNN',
  recurrentSizes,
  { numLayers: kinds.integer, nonlinearity: kinds.text as Kind<Nonlinearity>, ...recurrentKinds },
  { dtype: kinds.dtype },
)

const takesForward = signature('forward', { input: kinds.tensor, h0: kinds.orNull(kinds.tensor) })

/**
 * A recurrent network (Elman): reads a sequence step by step and keeps a state.
 *
 * $$ h_t = \tanh(W_{ih} x_t + b_{ih} + W_{hh} h_{t-1} + b_{hh}) $$
 *
 * @param inputSize features of a step, whose sequence is [time, batch, inputSize], or [time, inputSize] for one
 * @param hiddenSize features of the state
 * @throws RangeError for sizes that are no positive integers, a nonlinearity that does not exist, and a dropout outside
 *   [0, 1].
 * @throws ShapeError in `forward`, for an input or a state of another shape.
 * @example
 * const rnn = new RNN(10, 20, { numLayers: 2 })
 * const [output, hn] = rnn.forward(randn([5, 3, 10]))
 * output.shape // [5, 3, 20]
 * hn.shape // [2, 3, 20]
 * @see torch.nn.RNN
 */
export class RNN extends RNNBase {
  readonly nonlinearity: Nonlinearity

  constructor(
    inputSize: number,
    hiddenSize: number,
    ...args: Args<RNNOptions, ['numLayers', 'nonlinearity', 'bias', 'batchFirst', 'dropout', 'bidirectional']>
  ) {
    const options = takesRNN([inputSize, hiddenSize], args, new.target.name)
    const { nonlinearity = 'tanh', ...others } = options
    super(inputSize, hiddenSize, recurrenceOf(new.target.name, nonlinearity), others)
    this.nonlinearity = nonlinearity
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
