import { type DType, empty, linear, ShapeError, sameShape, showShape, type Tensor, zeros } from '@nn/tensor'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { checkSizes } from '../check-sizes'
import type { Recurrence } from './recurrence'
import { resetRecurrentParameters } from './reset-parameters'

export interface RNNCellBaseOptions {
  /** Whether to add learned biases. Default true. */
  bias?: boolean
  /** Of all parameters. Default: the default dtype. */
  dtype?: DType
}

/**
 * What cells share: the weights, uniform between -1/√hiddenSize and 1/√hiddenSize at first, and the way of one step
 * through them.
 *
 * @see torch.nn.RNNCellBase
 */
export abstract class RNNCellBase extends Module {
  readonly inputSize: number
  readonly hiddenSize: number
  /** [blocks · hiddenSize, inputSize] */
  weightIh: Parameter
  /** [blocks · hiddenSize, hiddenSize] */
  weightHh: Parameter
  /** [blocks · hiddenSize] */
  biasIh: Parameter | null
  /** [blocks · hiddenSize] */
  biasHh: Parameter | null
  protected readonly recurrence: Recurrence

  constructor(
    inputSize: number,
    hiddenSize: number,
    recurrence: Recurrence,
    { bias = true, ...options }: RNNCellBaseOptions,
  ) {
    super()
    checkSizes(this.getName(), { inputSize, hiddenSize })
    this.inputSize = inputSize
    this.hiddenSize = hiddenSize
    this.recurrence = recurrence
    const rows = recurrence.blocks * hiddenSize
    this.weightIh = new Parameter(empty([rows, inputSize], options))
    this.weightHh = new Parameter(empty([rows, hiddenSize], options))
    this.biasIh = this.registerParameter('biasIh', bias ? new Parameter(empty([rows], options)) : null)
    this.biasHh = this.registerParameter('biasHh', bias ? new Parameter(empty([rows], options)) : null)
    this.resetParameters()
  }

  /** Draws all parameters anew. */
  resetParameters(): void {
    resetRecurrentParameters(this, this.hiddenSize)
  }

  /**
   * One step.
   *
   * @param given the tensors of the state before, or null for 0
   * @returns those of the state after
   */
  protected step(input: Tensor, given: readonly Tensor[] | null): Tensor[] {
    const isBatched = input.ndim === 2
    if ((!isBatched && input.ndim !== 1) || input.shape.at(-1) !== this.inputSize) {
      throw new ShapeError(
        `${this.getName()}: the input must be one step, or a batch of them, of ${this.inputSize} features, got ${showShape(input.shape)}`,
      )
    }
    const shape = [...input.shape.slice(0, -1), this.hiddenSize]
    for (const state of given ?? []) {
      if (!sameShape(state.shape, shape)) {
        throw new ShapeError(
          `${this.getName()}: the state must have shape ${showShape(shape)}, got ${showShape(state.shape)}`,
        )
      }
    }
    const count = this.recurrence.stateTensors
    const before = given ?? Array.from({ length: count }, () => zeros(shape, { dtype: input.dtype }))
    const batch = (x: Tensor): Tensor => (isBatched ? x : x.unsqueeze(0))
    const state = before.map(batch)
    const fromInput = linear(batch(input), this.weightIh, this.biasIh)
    const fromHidden = linear(state[0] as Tensor, this.weightHh, this.biasHh)
    const after = this.recurrence.next(fromInput, fromHidden, state)
    return isBatched ? after : after.map((x) => x.squeeze(0))
  }

  override extraRepr(): string {
    return `${this.inputSize}, ${this.hiddenSize}${this.biasIh === null ? ', bias=False' : ''}`
  }
}
