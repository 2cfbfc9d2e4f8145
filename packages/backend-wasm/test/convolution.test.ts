import {
  type ConvolutionGeometry,
  convolution,
  convolutionTranspose,
  getBackend,
  type Tensor,
  tensor,
  zeros,
} from '@nn/tensor'
import { beforeAll, describe, expect, test } from 'vitest'
import { useWasm } from '../src/index'
import { sample } from './kernels/samples'

// The JavaScript kernels are the reference: they compute what is float64.

beforeAll(async () => {
  await useWasm()
})

interface Case extends ConvolutionGeometry {
  readonly images: number
  /** Channels of the input and of the output, in one group. */
  readonly channels: number
  readonly outputs: number
  readonly image: readonly [number, number]
  readonly kernel: readonly [number, number]
}

/** Small convolutions of all kinds that look random and are the same in every run. */
const cases: readonly Case[] = Array.from({ length: 40 }, (_, seed) => {
  const numbers = sample(20, seed + 1).map((x) => Math.abs(x) / 2)
  let next = 0
  const upTo = (most: number, least = 1): number => least + Math.floor(numbers[next++ % 20]! * (most - least + 1))
  const pair = (most: number, least = 1): [number, number] => [upTo(most, least), upTo(most, least)]
  const geometry = { stride: pair(4), padding: pair(2, 0), dilation: pair(4), groups: upTo(3) }
  const sizes = { images: upTo(3), channels: upTo(5), outputs: upTo(9), kernel: pair(4) }
  const reach = ([0, 1] as const).map((d) => geometry.dilation[d] * (sizes.kernel[d] - 1) + upTo(8))
  return { ...geometry, ...sizes, image: reach as [number, number] }
})

/** A tensor whose first two dimensions lie behind the others in memory, as with channels last. */
function random(shape: readonly [number, number, number, number], seed: number): Tensor {
  const [a, b, c, d] = shape
  return tensor(sample(a * b * c * d, seed))
    .view(c, d, a, b)
    .permute(2, 3, 0, 1)
}

/** Within float32 rounding of sums whose terms have these magnitudes. */
function expectClose(got: Tensor, exact: Tensor, magnitudes: Tensor): void {
  expect(got.shape).toEqual(exact.shape)
  const isClose = got.double().sub(exact).abs().le(magnitudes.mul(2e-6))
  expect(isClose.all().item()).toBe(1)
}

describe.each(cases.map((c) => [JSON.stringify(c), c] as const))('%s', (_, c) => {
  const { images, channels, outputs, image, kernel, groups } = c
  const x = (): Tensor => random([images, channels * groups, ...image], 1)
  const w = (): Tensor => random([outputs * groups, channels, ...kernel], 2)
  const bias = (size: number): Tensor => tensor(sample(size, 3))

  test('convolution computes what the JavaScript kernel does', () => {
    const operands = [x(), w(), bias(outputs * groups)] as const
    const [x64, w64, b64] = operands.map((t) => t.double()) as [Tensor, Tensor, Tensor]
    const magnitudes = convolution(x64.abs(), w64.abs(), b64.abs(), c)
    expectClose(convolution(...operands, c), convolution(x64, w64, b64, c), magnitudes)
  })

  test('the transposed convolution, the gradient of the input, computes what the JavaScript kernel does', () => {
    const y = convolution(x(), w(), null, c)
    // What the strides leave over at the end, so that the input's size comes out again.
    const extra = ([0, 1] as const).map(
      (d) => (image[d] + 2 * c.padding[d] - c.dilation[d] * (kernel[d] - 1) - 1) % c.stride[d],
    ) as [number, number]
    const operands = [y, w(), bias(channels * groups)] as const
    const [y64, w64, b64] = operands.map((t) => t.double()) as [Tensor, Tensor, Tensor]
    const magnitudes = convolutionTranspose(y64.abs(), w64.abs(), b64.abs(), c, extra)
    const got = convolutionTranspose(...operands, c, extra)
    expect(got.shape).toEqual(x().shape)
    expectClose(got, convolutionTranspose(y64, w64, b64, c, extra), magnitudes)
  })

  test('the gradient of the weight is what the JavaScript kernel computes', () => {
    const grad = random(convolution(x(), w(), null, c).shape as [number, number, number, number], 4)
    const gradient = (dtype: 'float32' | 'float64', part: (t: Tensor) => Tensor): Tensor => {
      const out = zeros(w().shape, { dtype })
      getBackend().kernels.convolutionWeight?.(part(grad).to(dtype), part(x()).to(dtype), c, out)
      return out
    }
    const same = (t: Tensor): Tensor => t
    const magnitudes = gradient('float64', (t) => t.abs())
    expectClose(gradient('float32', same), gradient('float64', same), magnitudes)
  })
})

const plain: ConvolutionGeometry = { stride: [1, 1], padding: [0, 0], dilation: [1, 1], groups: 1 }

test('a convolution of no images is empty', () => {
  expect(convolution(zeros([0, 2, 5, 5]), zeros([3, 2, 3, 3]), zeros([3]), plain).shape).toEqual([0, 3, 3, 3])
})

test('a window too wide for the kernels is left to JavaScript', () => {
  const wide: ConvolutionGeometry = { ...plain, dilation: [300, 300] }
  const x = random([1, 1, 602, 602], 1)
  const w = random([1, 1, 3, 3], 2)
  const y64 = convolution(x.double(), w.double(), null, wide)
  expectClose(convolution(x, w, null, wide), y64, y64.abs().add(10))
})

test('an expanded input is read where it lies', () => {
  const x = tensor(sample(6)).view(1, 1, 2, 3).expand([4, 3, 2, 3])
  const w = random([2, 3, 2, 2], 2)
  const y64 = convolution(x.double(), w.double(), null, plain)
  expectClose(convolution(x, w, null, plain), y64, y64.abs().add(10))
})
