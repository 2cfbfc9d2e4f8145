import { type Args, type Kind, kinds, signature, type Tensor } from '@nn/tensor'
import { type Nonlinearity, recurrenceOf } from './recurrence'
import { recurrentSizes } from './rnn-base'
import { RNNCellBase, type RNNCellBaseOptions } from './rnn-cell-base'

export interface RNNCellOptions extends RNNCellBaseOptions {
  /** What makes the next state. Default `'tanh'`. */
  nonlinearity?: Nonlinearity
}

const takesRNNCell = signature(
  'RNNCell',
  recurrentSizes,
  { bias: kinds.boolean, nonlinearity: kinds.text as Kind<Nonlinearity> },
  { dtype: kinds.dtype },
)

const takesForward = signature('forward', { input: kinds.tensor, h: kinds.orNull(kinds.tensor) })

/**
 * One step of an `RNN`.
 *
 * $$ h' = \tanh(W_{ih} x + b_{ih} + W_{hh} h + b_{hh}) $$
 *
 * @param inputSize features of the input, which is [batch, inputSize] or [inputSize]
 * @param hiddenSize features of the state
 * @throws RangeError for sizes that are no positive integers, and a nonlinearity that does not exist.
 * @throws ShapeError in `forward`, for an input or a state of another shape.
 * @example
 * const cell = new RNNCell(10, 20)
 * let h = zeros([3, 20])
 * for (const x of randn([6, 3, 10])) h = cell.forward(x, h)
 * h.shape // [3, 20]
 * @see torch.nn.RNNCell
 */
export class RNNCell extends RNNCellBase {
  readonly nonlinearity: Nonlinearity

  constructor(inputSize: number, hiddenSize: number, ...args: Args<RNNCellOptions, ['bias', 'nonlinearity']>) {
    const given = takesRNNCell([inputSize, hiddenSize], args, new.target.name)
    const { nonlinearity = 'tanh', ...options } = given
    super(inputSize, hiddenSize, recurrenceOf(new.target.name, nonlinearity), options)
    this.nonlinearity = nonlinearity
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

  override extraRepr(): string {
    return super.extraRepr() + (this.nonlinearity === 'tanh' ? '' : `, nonlinearity=${this.nonlinearity}`)
  }
}
