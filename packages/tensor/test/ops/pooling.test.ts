import { describe, expect, it } from 'vitest'
import { arange, poolMax, poolMean, tensor, type Windows } from '../../src/index'

const image = arange(12).float().reshape([1, 3, 4])
/** Elements 0 and 2, then 2 alone. */
const everySecond: Windows = { start: [0, 2], end: [3, 3], step: 2 }
const halves: Windows = { start: [0, 2], end: [2, 4], step: 1 }

describe('poolMax', () => {
  it('gives the largest element of each window, and its place in the plane', () => {
    const { values, indices } = poolMax('maxPool2d', image.neg(), everySecond, halves)
    expect(values.toArray()).toEqual([
      [
        [-0, -2],
        [-8, -10],
      ],
    ])
    expect(indices.toArray()).toEqual([
      [
        [0, 2],
        [8, 10],
      ],
    ])
  })

  it('takes any number of dimensions in front of the planes', () => {
    const x = image.reshape([1, 1, 1, 3, 4])
    expect(poolMax('maxPool2d', x, everySecond, halves).values.shape).toEqual([1, 1, 1, 2, 2])
    expect(poolMax('maxPool2d', image.at(0), everySecond, halves).values.toArray()).toEqual([
      [9, 11],
      [9, 11],
    ])
  })
})

describe('poolMean', () => {
  it('divides the sums of windows by one number, or by one for each', () => {
    expect(poolMean('avgPool2d', image, everySecond, halves, 2).toArray()).toEqual([
      [
        [9, 13],
        [8.5, 10.5],
      ],
    ])
    const sizes = tensor([
      [4, 4],
      [2, 2],
    ])
    expect(poolMean('avgPool2d', image, everySecond, halves, sizes).toArray()).toEqual([
      [
        [4.5, 6.5],
        [8.5, 10.5],
      ],
    ])
  })

  it('cuts means of integers towards 0', () => {
    const x = tensor([[[1, 2, -4, -1]]])
    expect(poolMean('avgPool2d', x, { start: [0], end: [1], step: 1 }, halves, 2).toArray()).toEqual([[[1, -2]]])
  })
})
