import { describe, expect, test } from 'vitest'
import { placeInts, runFenced, scratch, wasm } from './fenced'
import { sample } from './samples'

type Pair = readonly [rows: number, cols: number]

/** A convolution of x [images, channels, ...image] with w [outputs, channels, ...kernel]. */
interface Case {
  readonly images: number
  readonly channels: number
  readonly image: Pair
  readonly outputs: number
  readonly kernel: Pair
  readonly stride: Pair
  readonly padding: Pair
  readonly dilation: Pair
}

function outputOf({ image, kernel, stride, padding, dilation }: Case): Pair {
  const along = (d: 0 | 1): number =>
    Math.floor((image[d] + 2 * padding[d] - dilation[d] * (kernel[d] - 1) - 1) / stride[d]) + 1
  return [along(0), along(1)]
}

/** Small geometries of all kinds that look random and are the same in every run. */
const random: readonly Case[] = Array.from({ length: 60 }, (_, seed) => {
  const numbers = sample(16, seed + 1).map((x) => Math.abs(x) / 2)
  let next = 0
  const upTo = (most: number, least = 1): number => least + Math.floor(numbers[next++ % 16]! * (most - least + 1))
  const pair = (most: number, least = 1): Pair => [upTo(most, least), upTo(most, least)]
  const [kernel, stride, padding, dilation] = [pair(4), pair(3), pair(3, 0), pair(3)]
  // Large enough for the kernel without any padding.
  const image = ([0, 1] as const).map((d) => dilation[d] * (kernel[d] - 1) + upTo(9)) as unknown as Pair
  return { images: upTo(3), channels: upTo(9), image, outputs: upTo(19), kernel, stride, padding, dilation }
})

const plain = { stride: [1, 1], padding: [0, 0], dilation: [1, 1] } as const

const special: readonly (readonly [name: string, Case])[] = [
  [
    '1x1 over more taps than a part has',
    { ...plain, images: 2, channels: 230, image: [5, 5], outputs: 9, kernel: [1, 1] },
  ],
  [
    'a long row',
    { ...plain, images: 1, channels: 2, image: [1, 2500], outputs: 3, kernel: [1, 130], padding: [0, 60] },
  ],
  [
    'more outputs than a patch serves',
    { ...plain, images: 2, channels: 3, image: [7, 6], outputs: 75, kernel: [3, 3] },
  ],
  [
    'more taps than are kept at a time',
    { ...plain, images: 1, channels: 40, image: [6, 7], outputs: 5, kernel: [3, 3] },
  ],
  ['more places than a block has', { ...plain, images: 2, channels: 1, image: [45, 40], outputs: 4, kernel: [3, 3] }],
  ['many small images', { ...plain, images: 150, channels: 2, image: [4, 4], outputs: 3, kernel: [2, 2] }],
  [
    'windows that see most of a patch',
    { ...plain, images: 1, channels: 3, image: [70, 75], outputs: 2, kernel: [3, 3], dilation: [31, 33] },
  ],
  [
    'more padding than kernel',
    { ...plain, images: 2, channels: 2, image: [2, 3], outputs: 3, kernel: [2, 2], padding: [3, 4] },
  ],
]

const cases: readonly (readonly [string, Case])[] = [
  ...random.map((geometry) => [JSON.stringify(geometry), geometry] as const),
  ...special,
]

/** The numbers of `Convolution` in assembly/convolution/description.ts, for contiguous operands. */
function describeCase(c: Case, x: number, w: number, bias: number, out: number): number {
  const [rows, cols] = c.image
  const [outRows, outCols] = outputOf(c)
  const taps = c.kernel[0] * c.kernel[1]
  return placeInts([
    ...[x, w, bias, out],
    ...[c.channels * rows * cols, rows * cols, cols, 1],
    ...[c.channels * taps, taps, c.kernel[1], 1],
    ...[c.outputs * outRows * outCols, outRows * outCols, outCols, 1],
    ...[c.channels, rows, cols, ...c.kernel, c.outputs, outRows, outCols],
    ...[...c.stride, ...c.dilation, ...c.padding],
  ])
}

/** Visits every product of a convolution with the places of its factors and of the sum. */
function forEachProduct(c: Case, visit: (x: number, w: number, out: number) => void): void {
  const [outRows, outCols] = outputOf(c)
  const [rows, cols] = c.image
  for (let n = 0; n < c.images; n++)
    for (let o = 0; o < c.outputs; o++)
      for (let r = 0; r < outRows; r++)
        for (let q = 0; q < outCols; q++)
          for (let k = 0; k < c.channels; k++)
            for (let i = 0; i < c.kernel[0]; i++)
              for (let j = 0; j < c.kernel[1]; j++) {
                const row = r * c.stride[0] + i * c.dilation[0] - c.padding[0]
                const col = q * c.stride[1] + j * c.dilation[1] - c.padding[1]
                if (row < 0 || row >= rows || col < 0 || col >= cols) continue
                visit(
                  ((n * c.channels + k) * rows + row) * cols + col,
                  ((o * c.channels + k) * c.kernel[0] + i) * c.kernel[1] + j,
                  ((n * c.outputs + o) * outRows + r) * outCols + q,
                )
              }
}

/** Sums of products in double precision, and the sums of their magnitudes. */
class Sums {
  readonly values: Float64Array
  readonly magnitudes: Float64Array

  constructor(first: Float64Array) {
    this.values = first
    this.magnitudes = first.map(Math.abs)
  }

  add(place: number, product: number): void {
    this.values[place]! += product
    this.magnitudes[place]! += Math.abs(product)
  }

  /** Every element within 2e-6 of the sum of its terms' magnitudes: float32 rounding of up to a thousand terms. */
  expectClose(got: Float32Array): void {
    const worst = got.reduce((most, value, i) => {
      const error = Math.abs(value - this.values[i]!)
      // A NaN is not below any bound.
      return error <= 2e-6 * this.magnitudes[i]! ? most : Math.max(most, Number.isNaN(error) ? Infinity : error)
    }, 0)
    expect(worst).toBe(0)
    expect(got.length).toBe(this.values.length)
  }
}

function sizesOf(c: Case): [x: number, w: number, out: number] {
  const [outRows, outCols] = outputOf(c)
  return [
    c.images * c.channels * c.image[0] * c.image[1],
    c.outputs * c.channels * c.kernel[0] * c.kernel[1],
    c.images * c.outputs * outRows * outCols,
  ]
}

describe('convolution', () => {
  test.each(cases)('sums the windows times the weight, plus a bias: %s', (_, c) => {
    const [xSize, wSize, outSize] = sizesOf(c)
    const [x, w, bias] = [sample(xSize, 1), sample(wSize, 2), sample(c.outputs, 3)]
    const [, , , out] = runFenced([x, w, bias, new Float32Array(outSize)], (xAt, wAt, biasAt, outAt) =>
      wasm.convolution?.(describeCase(c, xAt!, wAt!, biasAt!, outAt!), 0, c.images, scratch),
    )
    const places = outSize / c.images / c.outputs
    const sums = new Sums(Float64Array.from({ length: outSize }, (_, i) => bias[Math.floor(i / places) % c.outputs]!))
    forEachProduct(c, (i, j, o) => sums.add(o, x[i]! * w[j]!))
    sums.expectClose(out)
  })

  test('computes some of the images, with the bits that they have among all', () => {
    const c: Case = { ...plain, images: 9, channels: 13, image: [8, 8], outputs: 5, kernel: [3, 3], padding: [1, 1] }
    const [xSize, wSize, outSize] = sizesOf(c)
    const [x, w] = [sample(xSize, 1), sample(wSize, 2)]
    const run = (first: number, count: number): Float32Array =>
      runFenced([x, w, new Float32Array(outSize)], (xAt, wAt, outAt) =>
        wasm.convolution?.(describeCase(c, xAt!, wAt!, 0, outAt!), first, count, scratch),
      )[2]
    const size = outSize / c.images
    const whole = run(0, 9)
    const part = run(4, 3)
    expect(part.subarray(4 * size, 7 * size)).toEqual(whole.subarray(4 * size, 7 * size))
    expect([...part.subarray(0, 4 * size), ...part.subarray(7 * size)].every((value) => value === 0)).toBe(true)
  })

  test('has nothing but the bias where there are no channels', () => {
    const c: Case = { ...plain, images: 2, channels: 0, image: [4, 4], outputs: 3, kernel: [1, 1] }
    const bias = Float32Array.of(1, -2, 3)
    const [, out] = runFenced([bias, new Float32Array(2 * 3 * 16)], (biasAt, outAt) =>
      wasm.convolution?.(describeCase(c, biasAt!, biasAt!, biasAt!, outAt!), 0, 2, scratch),
    )
    expect([...out]).toEqual(Array.from({ length: 96 }, (_, i) => bias[Math.floor(i / 16) % 3]))
  })

  test('lets a NaN through to the windows that see it, and to no other', () => {
    const c: Case = { ...plain, images: 1, channels: 2, image: [9, 9], outputs: 3, kernel: [3, 3], padding: [1, 1] }
    const [xSize, wSize, outSize] = sizesOf(c)
    const [x, w] = [sample(xSize, 1), sample(wSize, 2)]
    x[81 + 4 * 9 + 5] = NaN
    const [, , out] = runFenced([x, w, new Float32Array(outSize)], (xAt, wAt, outAt) =>
      wasm.convolution?.(describeCase(c, xAt!, wAt!, 0, outAt!), 0, 1, scratch),
    )
    for (const [i, value] of out.entries()) {
      const [row, col] = [Math.floor(i / 9) % 9, i % 9]
      expect(Number.isNaN(value)).toBe(Math.abs(row - 4) <= 1 && Math.abs(col - 5) <= 1)
    }
  })
})

describe('convolutionWeight', () => {
  test.each(cases)('sums the windows times the gradient over all places: %s', (_, c) => {
    const [xSize, wSize, outSize] = sizesOf(c)
    const [x, grad] = [sample(xSize, 1), sample(outSize, 2)]
    const [, , w] = runFenced([x, grad, new Float32Array(wSize)], (xAt, gradAt, wAt) =>
      wasm.convolutionWeight?.(describeCase(c, xAt!, wAt!, 0, gradAt!), c.images, 0, c.outputs, scratch),
    )
    const sums = new Sums(new Float64Array(wSize))
    forEachProduct(c, (i, j, o) => sums.add(j, x[i]! * grad[o]!))
    sums.expectClose(w)
  })

  test('computes some of the outputs, with the bits that they have among all', () => {
    const c: Case = { ...plain, images: 7, channels: 5, image: [13, 13], outputs: 24, kernel: [3, 3] }
    const [xSize, wSize, outSize] = sizesOf(c)
    const [x, grad] = [sample(xSize, 1), sample(outSize, 2)]
    const run = (first: number, count: number): Float32Array =>
      runFenced([x, grad, new Float32Array(wSize)], (xAt, gradAt, wAt) =>
        wasm.convolutionWeight?.(describeCase(c, xAt!, wAt!, 0, gradAt!), c.images, first, count, scratch),
      )[2]
    const size = wSize / c.outputs
    const whole = run(0, 24)
    const part = run(8, 8)
    expect(part.subarray(8 * size, 16 * size)).toEqual(whole.subarray(8 * size, 16 * size))
    expect([...part.subarray(0, 8 * size), ...part.subarray(16 * size)].every((value) => value === 0)).toBe(true)
  })
})
