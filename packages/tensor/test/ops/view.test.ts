import { describe, expect, it } from 'vitest'
import { arange, asStrided, IndexError, ShapeError, tensor, zeros } from '../../src/index'

describe('views', () => {
  const x = arange(24).view(2, 3, 4)

  it('share the storage: a change of one shows in all', () => {
    const base = arange(6)
    const matrix = base.view(2, 3)
    const column = matrix.t().at(1)
    column.fill_(-1)
    expect(base.toArray()).toEqual([0, -1, 2, 3, -1, 5])
    expect([matrix.storage === base.storage, column.storage === base.storage]).toEqual([true, true])
    expect(base.storage.version).toBe(1)
  })

  // shape and strides that PyTorch gives
  it.each([
    ['view', x.view(6, 4), [6, 4], [4, 1]],
    ['view with -1', x.view(4, -1), [4, 6], [6, 1]],
    ['view as a list', x.view([24]), [24], [1]],
    ['view of a transpose', x.transpose(0, 1).view(3, 2, 2, 2), [3, 2, 2, 2], [4, 12, 2, 1]],
    ['permute', x.permute(2, 0, 1), [4, 2, 3], [1, 12, 4]],
    ['permute from the end', x.permute([-1, 0, 1]), [4, 2, 3], [1, 12, 4]],
    ['transpose', x.transpose(-1, 0), [4, 3, 2], [1, 4, 12]],
    ['mT', x.mT, [2, 4, 3], [12, 1, 4]],
    ['t of a vector', arange(3).t(), [3], [1]],
    ['unsqueeze in front', x.unsqueeze(0), [1, 2, 3, 4], [24, 12, 4, 1]],
    ['unsqueeze behind', x.unsqueeze(-1), [2, 3, 4, 1], [12, 4, 1, 1]],
    ['squeeze', x.at(':1', ':', ':1').squeeze(), [3], [4]],
    ['squeeze of one', x.at(':1', ':', ':1').squeeze(0), [3, 1], [4, 1]],
    ['squeeze of several', x.at(':1', ':', ':1').squeeze([0, 2]), [3], [4]],
    ['squeeze of a larger one', x.squeeze(1), [2, 3, 4], [12, 4, 1]],
    ['expand', x.at(':1').expand(5, 3, 4), [5, 3, 4], [0, 4, 1]],
    ['expand with -1', x.at(':1').expand(5, -1, -1), [5, 3, 4], [0, 4, 1]],
    ['expandAs', arange(4).expandAs(x), [2, 3, 4], [0, 0, 1]],
    ['narrow', x.narrow(1, 1, 2), [2, 2, 4], [12, 4, 1]],
    ['narrow from the end', x.narrow(1, -2, 1), [2, 1, 4], [12, 4, 1]],
    ['flatten', x.flatten(), [24], [1]],
    ['flatten of some', x.flatten(1), [2, 12], [12, 1]],
    ['flatten of a 0-d tensor', tensor(1).flatten(), [1], [1]],
    ['reshape', x.transpose(0, 1).reshape(3, 8), [3, 8], [8, 1]],
  ])('%s', (_, view, shape, strides) => {
    expect({ shape: view.shape, strides: view.strides }).toEqual({ shape, strides })
  })

  it('read the elements in the order that their shape says', () => {
    expect(x.permute(2, 0, 1).at(1, 1).toArray()).toEqual([13, 17, 21])
    expect(x.transpose(0, 1).reshape(-1).toTypedArray().slice(0, 8)).toEqual(
      new Float64Array([0, 1, 2, 3, 12, 13, 14, 15]),
    )
    expect(arange(3).unsqueeze(1).expand(3, 2).toArray()).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })

  it('view refuses what the memory order does not allow, where reshape copies', () => {
    expect(() => x.mT.view(24)).toThrow(ShapeError)
    expect(() => x.mT.view(24)).toThrow(
      /view: \[2, 4, 3\] with strides \[12, 1, 4\] cannot be seen as \[24\] .* reshape/,
    )
    expect(x.mT.reshape(24).storage).not.toBe(x.storage)
    expect(x.reshape(24).storage).toBe(x.storage)
  })

  it('ravel gives contiguous elements: a view where they are already', () => {
    const x = zeros([10])
    expect(x.ravel().storage).toBe(x.storage)
    expect(x.at('::2').ravel().isContiguous()).toBe(true)
    expect(x.view(5, 2).at(':', 1).ravel().strides).toEqual([1])
  })

  it('of empty tensors are possible in any shape that holds nothing', () => {
    expect(zeros([0, 3]).view(3, 0, 5).shape).toEqual([3, 0, 5])
    expect(zeros([0, 3]).reshape(-1).shape).toEqual([0])
    expect(zeros([2, 0]).transpose(0, 1).reshape(0, 7).shape).toEqual([0, 7])
    expect(zeros([1]).expand(0).shape).toEqual([0])
  })
})

describe('wrong sizes and dimensions', () => {
  const x = zeros([2, 3])

  it.each<[string, () => unknown, new (message: string) => Error]>([
    ['view: shape [4] holds 4 elements, the tensor has 6', () => x.view(4), ShapeError],
    ['view: no size for -1 makes [4, -1] hold', () => x.view(4, -1), ShapeError],
    ['reshape: only one size can be -1, got [-1, -1]', () => x.reshape(-1, -1), ShapeError],
    ['reshape: no size for -1', () => zeros([0, 3]).reshape(0, -1), ShapeError],
    ['view: -2 is no size', () => x.view(-2, 3), ShapeError],
    ['permute: [0] is no order', () => x.permute(0), ShapeError],
    ['permute: [1, 1] is no order', () => x.permute(1, 1), ShapeError],
    ['permute: dimension 2 is out of range, expected -2 to 1', () => x.permute(0, 2), IndexError],
    ['transpose: dimension -3 is out of range', () => x.transpose(0, -3), IndexError],
    ['t: expects at most 2 dimensions, got [1, 2, 3]', () => x.unsqueeze(0).t(), ShapeError],
    ['unsqueeze: dimension 3 is out of range, expected -3 to 2', () => x.unsqueeze(3), IndexError],
    ['squeeze: dimension 2 is out of range', () => x.squeeze(2), IndexError],
    ['expand: [2, 3] has more dimensions than the requested [3]', () => x.expand(3), ShapeError],
    ['expand: [2, 3] does not expand to [4, 3]', () => x.expand(4, 3), ShapeError],
    ['expand: [2, 3] does not expand to [-1, 2, 3]', () => x.expand(-1, 2, 3), ShapeError],
    ['flatten: startDim 1 comes after endDim 0', () => x.flatten(1, 0), ShapeError],
    ['narrow: 3 indices from 1 are not inside dimension 1 of size 3', () => x.narrow(1, 1, 3), RangeError],
    ['narrow: dimension 2', () => x.narrow(2, 0, 0), IndexError],
    [
      'asStrided: shape [7] with strides [1] from 0 does not fit a storage of 6',
      () => asStrided(x, { shape: [7], strides: [1], offset: 0 }),
      ShapeError,
    ],
    ['asStrided', () => asStrided(x, { shape: [2], strides: [1], offset: -1 }), ShapeError],
  ])('%s', (message, call, type) => {
    expect(call).toThrow(type)
    expect(call).toThrow(message)
  })
})
