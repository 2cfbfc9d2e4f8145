import { IndexError, type Picked, ShapeError, type Tensor, tensor } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { functional as F, MaxPool2d, MaxUnpool1d, MaxUnpool2d, MaxUnpool3d } from '../src/index'
import { fromEncoded } from './from-encoded'
import { expectGradient, expectValues } from './matchers'

interface UnpoolingCase {
  readonly rank: 1 | 2 | 3
  readonly kernelSize: number | readonly number[]
  readonly pool: { readonly stride?: number | readonly number[]; readonly padding?: number | readonly number[] }
  readonly outputSize: readonly number[] | null
  readonly input: EncodedTensor
  readonly values: EncodedTensor
  readonly indices: EncodedTensor
  readonly weights: EncodedTensor
  readonly inputGrad: EncodedTensor
  readonly unpooled: EncodedTensor
  readonly cotangent: EncodedTensor
  readonly valuesGrad: EncodedTensor
}

const pools = { 1: F.maxPool1d, 2: F.maxPool2d, 3: F.maxPool3d }
const layers = { 1: MaxUnpool1d, 2: MaxUnpool2d, 3: MaxUnpool3d }

const cases = readFixture<UnpoolingCase[]>('unpooling.json.gz').map((testCase) => ({
  title: JSON.stringify([testCase.input.shape, testCase.kernelSize, testCase.pool, testCase.outputSize]),
  testCase,
}))

describe.each(cases)('$title', ({ testCase }) => {
  const { rank, kernelSize, pool, outputSize } = testCase

  it('pools to PyTorch’s values and places, and has its gradient', () => {
    const x = fromEncoded(testCase.input).requiresGrad_()
    const { values, indices } = pools[rank](x, kernelSize, { ...pool, returnIndices: true }) as Picked
    expectValues(values, testCase.values)
    expectValues(indices, testCase.indices)
    values.backward(fromEncoded(testCase.weights))
    expectGradient(x.grad as Tensor, testCase.inputGrad)
  })

  it('unpools as PyTorch does, and has its gradient', () => {
    const values = fromEncoded(testCase.values).requiresGrad_()
    const unpool = new layers[rank](kernelSize, pool)
    const unpooled = unpool.forward(values, fromEncoded(testCase.indices), { outputSize })
    expectValues(unpooled, testCase.unpooled)
    unpooled.backward(fromEncoded(testCase.cotangent))
    expectGradient(values.grad as Tensor, testCase.valuesGrad)
  })
})

describe('maxUnpool2d', () => {
  const x = tensor([
    [
      [0.5, 1.5, 2],
      [3, 0, 1],
    ],
  ])
  const { values, indices } = new MaxPool2d([2, 1], { returnIndices: true }).forward(x)

  it('refuses places that are not in the output', () => {
    expect(() => F.maxUnpool2d(values, indices.add(9), [2, 1])).toThrow(IndexError)
  })

  it('refuses indices of another shape', () => {
    expect(() => F.maxUnpool2d(values, indices.at(':', ':', ':2'), [2, 1])).toThrow(ShapeError)
  })

  it('refuses sizes that do not lead to the input', () => {
    expect(() => F.maxUnpool2d(values, indices, [2, 1], { outputSize: [4, 3] })).toThrow(RangeError)
    expect(() => F.maxUnpool2d(values, indices, [2, 1], { outputSize: [3] })).toThrow(RangeError)
  })
})

it('the unpooling layers are printed as in PyTorch', () => {
  expect(String(new MaxUnpool2d(2))).toBe('MaxUnpool2d(kernel_size=(2, 2), stride=(2, 2), padding=(0, 0))')
  expect(String(new MaxUnpool1d(2))).toBe('MaxUnpool1d(kernel_size=(2,), stride=(2,), padding=(0,))')
})
