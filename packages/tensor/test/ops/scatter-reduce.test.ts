import { describe, expect, it } from 'vitest'
import { DTypeError, ones, scatterReduce, tensor } from '../../src/index'

const index = tensor([
  [0, 0, 1],
  [1, 1, 2],
])
const src = tensor([
  [5, 6, 7],
  [1, 2, 3],
])

// PyTorch's answers.
describe('scatterReduce', () => {
  it('reduces what comes to one place together with what was there', () => {
    expect(scatterReduce(ones([2, 3]).long(), 1, index, src, 'mean').toArray()).toEqual([
      [4, 4, 1],
      [1, 1, 2],
    ])
    expect(scatterReduce(tensor([1, 2]), 0, tensor([0, 0]), tensor([5, 3]), 'amax').toArray()).toEqual([5, 2])
    expect(scatterReduce(tensor([1, 2]), 0, tensor([0, 0]), tensor([5, 3]), 'prod').toArray()).toEqual([15, 2])
  })

  it('leaves out what was there without includeSelf, but where nothing comes', () => {
    const alone = { includeSelf: false }
    const places = tensor([0, 0])
    const values = tensor([5, 3])
    expect(scatterReduce(tensor([9, 2]), 0, places, values, 'sum', alone).toArray()).toEqual([8, 2])
    expect(scatterReduce(tensor([9, 2]), 0, places, values, 'mean', alone).toArray()).toEqual([4, 2])
    expect(scatterReduce(tensor([9, 2]), 0, places, values, 'amax', alone).toArray()).toEqual([5, 2])
    expect(scatterReduce(tensor([1, 2]), 0, places, values, 'amin', alone).toArray()).toEqual([3, 2])
  })

  it('rounds the mean of integers down', () => {
    expect(scatterReduce(tensor([-7, 0]), 0, tensor([0]), tensor([2]), 'mean').toArray()).toEqual([-3, 0])
  })

  it('lets NaN win', () => {
    const values = tensor([1.5, Number.NaN])
    expect(scatterReduce(ones([1]), 0, tensor([0, 0]), values, 'amax').toArray()).toEqual([Number.NaN])
  })

  it('refuses means of booleans and unknown reductions', () => {
    const flags = tensor([true])
    expect(() => scatterReduce(flags, 0, tensor([0]), flags, 'mean')).toThrow(DTypeError)
    expect(() => scatterReduce(ones([1]), 0, tensor([0]), ones([1]), 'median' as 'sum')).toThrow(
      "scatterReduce: reduce must be 'sum', ",
    )
  })
})
