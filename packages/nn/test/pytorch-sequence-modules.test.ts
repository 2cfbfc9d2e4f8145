import { grad } from '@nn/autograd'
import {
  GRU,
  GRUCell,
  LayerNorm,
  LSTM,
  LSTMCell,
  type Module,
  MultiheadAttention,
  RNN,
  RNNCell,
  Transformer,
  TransformerDecoder,
  TransformerDecoderLayer,
  TransformerEncoder,
  TransformerEncoderLayer,
} from '@nn/nn'
import { manualSeed, Tensor } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'
import { expectBits, expectGradient, expectValues } from './matchers'

/** An argument as the fixture has it. */
type Encoded = EncodedTensor | number | boolean | string | readonly Encoded[]

/** A module made from a seed, what it gave for its inputs, and the gradients for the cotangents of all outputs. */
interface SequenceCase {
  readonly module: string
  readonly args: readonly number[]
  readonly options: Readonly<Record<string, Encoded>>
  readonly seed: number
  readonly state: Readonly<Record<string, EncodedTensor>>
  readonly repr: string
  readonly inputs: readonly Encoded[]
  readonly forwardOptions: Readonly<Record<string, Encoded>>
  readonly outputs: readonly EncodedTensor[]
  readonly cotangents: readonly EncodedTensor[]
  readonly inputGrads: readonly EncodedTensor[]
  readonly parameterGrads: Readonly<Record<string, EncodedTensor>>
}

const classes = {
  GRU,
  GRUCell,
  LSTM,
  LSTMCell,
  MultiheadAttention,
  RNN,
  RNNCell,
  Transformer,
  TransformerDecoderLayer,
  TransformerEncoderLayer,
}

type SequenceModule = Module & { forward(...inputs: unknown[]): unknown }

const layerOptions = { dimFeedforward: 7, dropout: 0.2, batchFirst: true }
const layer = (): TransformerEncoderLayer => new TransformerEncoderLayer(6, 2, layerOptions)

function make({ module, args, options, seed }: SequenceCase): SequenceModule {
  manualSeed(seed)
  if (module === 'TransformerEncoder') {
    return new TransformerEncoder(layer(), 2, { norm: new LayerNorm(6) }) as unknown as SequenceModule
  }
  if (module === 'TransformerEncoder without norm') {
    return new TransformerEncoder(layer(), 3) as unknown as SequenceModule
  }
  if (module === 'TransformerDecoder') {
    const decoderLayer = new TransformerDecoderLayer(6, 2, layerOptions)
    return new TransformerDecoder(decoderLayer, 2, { norm: new LayerNorm(6) }) as unknown as SequenceModule
  }
  const Class = classes[module as keyof typeof classes] as unknown as new (...args: unknown[]) => SequenceModule
  return new Class(...args, options)
}

/** An argument with its tensors, which ask for gradients where they can. */
function decoded(value: Encoded): unknown {
  if (typeof value !== 'object') return value
  if (!('t' in value)) return value.map(decoded)
  const x = fromEncoded(value)
  return x.isFloatingPoint() ? x.requiresGrad_() : x
}

/** All tensors in arguments or results, in order. */
function tensorsIn(value: unknown): Tensor[] {
  if (value instanceof Tensor) return [value]
  return Array.isArray(value) ? value.flatMap(tensorsIn) : []
}

const cases = readFixture<SequenceCase[]>('modules_more.json.gz').map((testCase) => {
  const shapes = JSON.stringify(testCase.inputs, (key, value) => (key === 'data' ? undefined : (value?.shape ?? value)))
  const title = `${testCase.module}(${[...testCase.args, JSON.stringify(testCase.options)].join(', ')})`
  const options = Object.keys(testCase.forwardOptions).join(', ')
  return { title, shapes, options, testCase }
})

describe.each(cases)('$title of $shapes $options', ({ testCase }) => {
  it('has PyTorch’s initial state, bit for bit, and its printed form', () => {
    const module = make(testCase)
    const state = module.stateDict()
    expect(Object.keys(state)).toEqual(Object.keys(testCase.state))
    for (const [name, values] of Object.entries(testCase.state)) expectBits(state[name] as Tensor, values)
    expect(String(module)).toBe(testCase.repr)
  })

  it('has PyTorch’s outputs and gradients', () => {
    const module = make(testCase)
    const inputs = testCase.inputs.map(decoded)
    const options = Object.entries(testCase.forwardOptions).map(([name, value]) => [ours(name), decoded(value)])
    const outputs = tensorsIn(module.forward(...inputs, ...(options.length === 0 ? [] : [Object.fromEntries(options)])))
    expect(outputs).toHaveLength(testCase.outputs.length)
    for (const [i, output] of outputs.entries()) expectValues(output, testCase.outputs[i] as EncodedTensor)

    const parameters = module.namedParameters()
    const sources = [
      ...tensorsIn(inputs).filter((x) => x.requiresGrad),
      ...parameters.map(([, parameter]) => parameter),
    ]
    const gradients = grad(outputs, sources, { gradOutputs: testCase.cotangents.map(fromEncoded) })
    const expected = [...testCase.inputGrads, ...parameters.map(([name]) => testCase.parameterGrads[name])]
    for (const [i, gradient] of gradients.entries()) expectGradient(gradient, expected[i] as EncodedTensor)
  })
})

/** `TransformerEncoder` calls the mask of its elements `mask` in PyTorch, its layers call it `src_mask`. */
const ours = (name: string): string => (name === 'mask' ? 'srcMask' : name)
