import { describe, expect, it } from 'vitest'
import { arange, DTypeError, linalg, ones, ShapeError, tensor } from '../../src/index'

const x = arange(6).view(2, 3).float()
const [row, column] = [tensor([1, 2], { dtype: 'float32' }), tensor([1, 2, 3], { dtype: 'float32' })]

// PyTorch's answers.
describe('linalg.multiDot', () => {
  it('multiplies a chain of matrices', () => {
    const sizes = [5, 2, 7, 1, 4]
    const chain = sizes.slice(1).map((size, i) => ones([sizes[i] as number, size]))
    expect(linalg.multiDot(chain).toArray()).toEqual(ones([5, 4]).mul(14).toArray())
  })

  it('takes vectors at both ends', () => {
    expect(linalg.multiDot([row, x]).toArray()).toEqual([6, 9, 12])
    expect(linalg.multiDot([row, x, column]).item()).toBe(60)
  })

  it('refuses a single tensor, vectors in between, and what does not fit', () => {
    expect(() => linalg.multiDot([x])).toThrow('multiDot: expects at least 2 tensors, got 1')
    expect(() => linalg.multiDot([x, x])).toThrow('multiDot: tensors 0 and 1 do not fit, [2, 3] @ [2, 3]')
    expect(() => linalg.multiDot([x, column, x])).toThrow(ShapeError)
    expect(() => linalg.multiDot([x, x.t().long()])).toThrow(DTypeError)
  })
})
