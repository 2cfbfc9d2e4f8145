import { describe, expect, it } from 'vitest'
import { broadcastTensors, broadcastTo, ShapeError, tensor, zeros } from '../../src/index'

describe('broadcastTo', () => {
  it('repeats dimensions of size 1 without a copy', () => {
    const x = tensor([1, 2])
    const y = broadcastTo(x, [3, 2])
    expect(y.toArray()).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ])
    expect(y.storage).toBe(x.storage)
    expect(y.strides).toEqual([0, 1])
  })

  it('gives new dimensions of size 1 the strides that PyTorch gives them', () => {
    expect(broadcastTo(zeros([5]), [1, 1, 5]).strides).toEqual([5, 5, 1])
    expect(broadcastTo(zeros([]), [1, 3, 2]).strides).toEqual([0, 0, 0])
  })

  it('refuses a shape that x does not broadcast to', () => {
    expect(() => broadcastTo(zeros([2, 3]), [3])).toThrow(ShapeError)
    expect(() => broadcastTo(zeros([2, 3]), [2, 4])).toThrow('broadcastTo: [2, 3] does not expand to [2, 4]')
    expect(() => zeros([2, 3]).expand(-1, 2, 3)).toThrow(ShapeError)
  })
})

describe('broadcastTensors', () => {
  it('brings all tensors to one shape', () => {
    const shapes = broadcastTensors(zeros([3]), zeros([1, 2, 1]), zeros([5, 1, 1])).map((x) => x.shape)
    expect(shapes).toEqual([
      [5, 2, 3],
      [5, 2, 3],
      [5, 2, 3],
    ])
  })

  it('refuses shapes that do not broadcast', () => {
    expect(() => broadcastTensors(zeros([2, 3]), zeros([4]))).toThrow(ShapeError)
  })
})
