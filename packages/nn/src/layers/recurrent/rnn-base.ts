import {
  cat,
  type DType,
  empty,
  type Kind,
  kinds,
  linear,
  ShapeError,
  sameShape,
  showShape,
  stack,
  type Tensor,
  zeros,
} from '@nn/tensor'
import { checkDropoutProbability, dropout } from '../../functional/dropout'
import { warnOnce } from '../../functional/warn-once'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { pythonFloat } from '../../module/python-literal'
import { checkPositiveSizes } from '../check-positive-sizes'
import type { Recurrence } from './recurrence'
import { resetRecurrentParameters } from './reset-parameters'
import { timeSteps } from './time-steps'

export interface RNNBaseOptions {
  /** How many networks stand on each other, each reading the outputs of the one below. Default 1. */
  numLayers?: number
  /** Whether to add learned biases. Default true. */
  bias?: boolean
  /** Whether inputs and outputs are [batch, time, features] in place of [time, batch, features]. Default false. */
  batchFirst?: boolean
  /** The probability of an output to become 0 on its way to the next layer while training. Default 0. */
  dropout?: number
  /** Whether to read the sequence from its end too; then outputs have twice the features. Default false. */
  bidirectional?: boolean
  /** Of all parameters. Default: the default dtype. */
  dtype?: DType
}

/** What all recurrent layers must be given. */
export const recurrentSizes: { readonly inputSize: Kind<number>; readonly hiddenSize: Kind<number> } = {
  inputSize: kinds.integer,
  hiddenSize: kinds.integer,
}

/** What follows the number of layers, in PyTorch's order. */
export const recurrentKinds: {
  readonly bias: Kind<boolean>
  readonly batchFirst: Kind<boolean>
  readonly dropout: Kind<number>
  readonly bidirectional: Kind<boolean>
} = { bias: kinds.boolean, batchFirst: kinds.boolean, dropout: kinds.number, bidirectional: kinds.boolean }

/**
 * What recurrent layers share: the weights of each layer and direction, all uniform between -1/√hiddenSize and
 * 1/√hiddenSize at first, and the way of a sequence through them.
 *
 * @see torch.nn.RNNBase
 */
export abstract class RNNBase extends Module {
  readonly inputSize: number
  readonly hiddenSize: number
  /** Features of the outputs where they are projected, else 0. */
  readonly projSize: number
  readonly numLayers: number
  readonly bias: boolean
  readonly batchFirst: boolean
  readonly dropout: number
  readonly bidirectional: boolean
  protected readonly recurrence: Recurrence
  /** Of the first layer, which is always there. */
  declare readonly weightIhL0: Parameter
  declare readonly weightHhL0: Parameter
  /** Of a layer in one direction: `weightIhL0` of the first, `biasHhL1Reverse` of the second's way back. */
  readonly [name: `${`${'weight' | 'bias'}${'Ih' | 'Hh'}` | 'weightHr'}L${number}${'' | 'Reverse'}`]: Parameter

  constructor(
    inputSize: number,
    hiddenSize: number,
    recurrence: Recurrence,
    options: RNNBaseOptions & { projSize?: number },
  ) {
    super()
    const { numLayers = 1, bias = true, batchFirst = false, dropout = 0, bidirectional = false, ...rest } = options
    const { projSize = 0, ...dtype } = rest
    checkPositiveSizes(this.getName(), { inputSize, hiddenSize, numLayers })
    checkDropoutProbability(this.getName(), dropout)
    if (dropout > 0 && numLayers === 1) {
      warnOnce(`${this.getName()}: dropout ${dropout} has no effect, as it works between layers and there is only one`)
    }
    this.inputSize = inputSize
    this.hiddenSize = hiddenSize
    this.projSize = projSize
    this.recurrence = recurrence
    this.numLayers = numLayers
    this.bias = bias
    this.batchFirst = batchFirst
    this.dropout = dropout
    this.bidirectional = bidirectional
    const rows = recurrence.blocks * hiddenSize
    for (let layer = 0; layer < numLayers; layer++) {
      const columns = layer === 0 ? inputSize : this.outputSize * this.directions.length
      for (const direction of this.directions) {
        const place = `L${layer}${direction}` as const
        const add = (name: string, shape: readonly number[]): unknown =>
          this.registerParameter(`${name}${place}`, new Parameter(empty(shape, dtype)))
        add('weightIh', [rows, columns])
        add('weightHh', [rows, this.outputSize])
        if (bias) add('biasIh', [rows])
        if (bias) add('biasHh', [rows])
        if (projSize > 0) add('weightHr', [projSize, hiddenSize])
      }
    }
    this.resetParameters()
  }

  /** Draws all parameters anew. */
  resetParameters(): void {
    resetRecurrentParameters(this, this.hiddenSize)
  }

  /** Features of what each direction gives at a step. */
  private get outputSize(): number {
    return this.projSize > 0 ? this.projSize : this.hiddenSize
  }

  /** What the names of parameters end with in each direction. */
  private get directions(): readonly ('' | 'Reverse')[] {
    return this.bidirectional ? ['', 'Reverse'] : ['']
  }

  /**
   * Runs a sequence through all layers.
   *
   * @param initial the tensors of the state before the first step, or null for 0
   * @returns the last layer's output at every step, and the tensors of the state after the last step
   */
  protected run(input: Tensor, initial: readonly Tensor[] | null): { output: Tensor; states: Tensor[] } {
    const isBatched = input.ndim === 3
    let sequence = this.sequenceOf(input)
    const before = this.statesOf(input, sequence.shape[1] as number, initial)
    const after: (readonly Tensor[])[] = []
    for (let layer = 0; layer < this.numLayers; layer++) {
      if (layer > 0) sequence = dropout(sequence, { p: this.dropout, training: this.training })
      const outputs = this.directions.map((direction) => {
        const state = before.map((states) => states.at(after.length))
        const { output, last } = this.pass(sequence, state, layer, direction)
        after.push(last)
        return output
      })
      sequence = outputs.length === 1 ? (outputs[0] as Tensor) : cat(outputs, 2)
    }
    const states = before.map((_, i) => stack(after.map((state) => state[i] as Tensor)))
    if (!isBatched) return { output: sequence.squeeze(1), states: states.map((x) => x.squeeze(1)) }
    return { output: this.batchFirst ? sequence.transpose(0, 1) : sequence, states }
  }

  /** One layer's way through a sequence in one direction. */
  private pass(
    sequence: Tensor,
    initial: readonly Tensor[],
    layer: number,
    direction: '' | 'Reverse',
  ): { output: Tensor; last: readonly Tensor[] } {
    const place = `L${layer}${direction}` as `L${number}`
    const [weightHh, biasHh] = [this[`weightHh${place}`] as Parameter, this[`biasHh${place}`] ?? null]
    const weightHr = this[`weightHr${place}`]
    const fromInput = timeSteps(linear(sequence, this[`weightIh${place}`] as Parameter, this[`biasIh${place}`] ?? null))
    if (direction === 'Reverse') fromInput.reverse()
    const outputs: Tensor[] = []
    let state = initial
    for (const step of fromInput) {
      const [hidden, ...others] = this.recurrence.next(step, linear(state[0] as Tensor, weightHh, biasHh), state)
      const output = weightHr === undefined ? (hidden as Tensor) : linear(hidden as Tensor, weightHr)
      state = [output, ...others]
      outputs.push(output)
    }
    if (direction === 'Reverse') outputs.reverse()
    return { output: stack(outputs), last: state }
  }

  /** The input as [time, batch, features]. */
  private sequenceOf(input: Tensor): Tensor {
    const isBatched = input.ndim === 3
    if ((!isBatched && input.ndim !== 2) || input.shape.at(-1) !== this.inputSize) {
      throw new ShapeError(
        `${this.getName()}: the input must be a sequence, or a batch of them, of ${this.inputSize} features, got ${showShape(input.shape)}`,
      )
    }
    const sequence = isBatched && this.batchFirst ? input.transpose(0, 1) : input
    if (sequence.shape[0] === 0) {
      throw new ShapeError(`${this.getName()}: the sequence has no time steps, ${showShape(input.shape)}`)
    }
    return isBatched ? sequence : sequence.unsqueeze(1)
  }

  /** The tensors of the state before the first step, each [layers and directions, batch, features]. */
  private statesOf(input: Tensor, batch: number, given: readonly Tensor[] | null): readonly Tensor[] {
    const states = this.numLayers * this.directions.length
    const count = this.recurrence.stateTensors
    // The first one is the output.
    const features = Array.from({ length: count }, (_, i) => (i === 0 ? this.outputSize : this.hiddenSize))
    if (given === null) return features.map((size) => zeros([states, batch, size], { dtype: input.dtype }))
    const isBatched = input.ndim === 3
    return given.map((state, i) => {
      const size = features[i] as number
      const expected = isBatched ? [states, batch, size] : [states, size]
      if (!sameShape(state.shape, expected)) {
        throw new ShapeError(
          `${this.getName()}: the state must have shape ${showShape(expected)}, got ${showShape(state.shape)}`,
        )
      }
      return isBatched ? state : state.unsqueeze(1)
    })
  }

  override extraRepr(): string {
    const { inputSize, hiddenSize, projSize, numLayers, bias, batchFirst, dropout, bidirectional } = this
    const parts = [`${inputSize}, ${hiddenSize}`]
    if (projSize !== 0) parts.push(`proj_size=${projSize}`)
    if (numLayers !== 1) parts.push(`num_layers=${numLayers}`)
    if (!bias) parts.push('bias=False')
    if (batchFirst) parts.push('batch_first=True')
    if (dropout !== 0) parts.push(`dropout=${pythonFloat(dropout)}`)
    if (bidirectional) parts.push('bidirectional=True')
    return parts.join(', ')
  }
}
