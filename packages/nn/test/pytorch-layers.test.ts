import { grad } from '@nn/autograd'
import * as nn from '@nn/nn'
import { manualSeed, randn, type Tensor } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { fromEncoded } from './from-encoded'
import { expectBits, expectGradient, expectValues } from './matchers'

/** A layer made from a seed that trains on the first input; on the second, where there is one, it is in use. */
interface LayerCase {
  readonly module: string
  readonly args: readonly unknown[]
  readonly options: Readonly<Record<string, unknown>>
  readonly seed: number
  readonly state: Readonly<Record<string, EncodedTensor>>
  readonly repr: string
  readonly inputs: readonly EncodedTensor[]
  readonly outputs: readonly EncodedTensor[]
  /** Of the last output, as the gradients are. */
  readonly cotangent: EncodedTensor
  readonly inputGrad: EncodedTensor
  readonly parameterGrads: Readonly<Record<string, EncodedTensor>>
  readonly stateAfter: Readonly<Record<string, EncodedTensor>>
}

const cases = readFixture<LayerCase[]>('layers_more.json.gz').map((testCase) => ({
  title: `${testCase.module}(${[...testCase.args, testCase.options].map((part) => JSON.stringify(part)).join(', ')})`,
  shapes: JSON.stringify(testCase.inputs.map(({ shape }) => shape)),
  testCase,
}))

function make({ module, args, options, seed }: LayerCase): nn.Layer {
  manualSeed(seed)
  const Class = Reflect.get(nn, module) as new (...args: unknown[]) => nn.Layer
  return new Class(...args, ...(Object.keys(options).length === 0 ? [] : [options]))
}

describe.each(cases)('$title on $shapes', ({ testCase }) => {
  it('has PyTorch’s initial state, bit for bit, and its printed form', () => {
    const layer = make(testCase)
    const state = layer.stateDict()
    expect(Object.keys(state)).toEqual(Object.keys(testCase.state))
    for (const [name, values] of Object.entries(testCase.state)) expectBits(state[name] as Tensor, values)
    expect(String(layer)).toBe(testCase.repr)
  })

  it('has PyTorch’s outputs, gradients and state after', () => {
    const layer = make(testCase)
    const inputs = testCase.inputs.map(({ shape }) => randn(shape, { requiresGrad: true }))
    const outputs = inputs.map((x, i) => layer.train(i === 0).forward(x))
    for (const [i, output] of outputs.entries()) expectValues(output, testCase.outputs[i] as EncodedTensor)

    const parameters = layer.namedParameters()
    const sources = [inputs.at(-1) as Tensor, ...parameters.map(([, parameter]) => parameter)]
    const gradients = grad([outputs.at(-1) as Tensor], sources, { gradOutputs: [fromEncoded(testCase.cotangent)] })
    const expected = [testCase.inputGrad, ...parameters.map(([name]) => testCase.parameterGrads[name])]
    for (const [i, gradient] of gradients.entries()) expectGradient(gradient, expected[i] as EncodedTensor)

    const after = layer.stateDict()
    expect(Object.keys(after)).toEqual(Object.keys(testCase.stateAfter))
    for (const [name, values] of Object.entries(testCase.stateAfter)) expectValues(after[name] as Tensor, values)
  })
})
