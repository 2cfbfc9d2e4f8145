import { describe, expect, it } from 'vitest'
import { arange, DTypeError, einsum, ones, ShapeError, tensor } from '../../src/index'

const x = arange(6).view(2, 3).float()
const i = arange(4).view(2, 2)

// PyTorch's answers.
describe('einsum', () => {
  it('multiplies matrices, and stacks of them', () => {
    expect(einsum('ij,kj->ik', x, x).toArray()).toEqual([
      [5, 14],
      [14, 50],
    ])
    expect(einsum('bij,bjk->bik', ones([2, 3, 4]), ones([2, 4, 5])).shape).toEqual([2, 3, 5])
  })

  it('transposes, sums and takes diagonals', () => {
    expect(einsum('ij->ji', x).toArray()).toEqual(x.t().toArray())
    expect(einsum('ij->i', x).toArray()).toEqual([3, 12])
    expect(einsum('ii->i', i).toArray()).toEqual([0, 3])
    expect(einsum('ii', i).item()).toBe(3)
    expect(einsum('ij,ij', i, i).item()).toBe(14)
  })

  it('orders the letters of an implied result, capitals first', () => {
    expect(einsum('ba', x).shape).toEqual([3, 2])
    expect(einsum('aB', x).shape).toEqual([3, 2])
    expect(einsum('i...', x).shape).toEqual([3, 2])
  })

  it('broadcasts what the ellipsis covers, and letters of size 1', () => {
    expect(einsum('...i,...i->...', ones([2, 1, 3]), ones([5, 3])).toArray()).toEqual(ones([2, 5]).mul(3).toArray())
    expect(einsum('...ik, ...j -> ij', ones([1, 2, 3]), ones([3])).shape).toEqual([2, 3])
    expect(einsum('ij,kj->ik', ones([2, 3]), ones([4, 1])).toArray()).toEqual(ones([2, 4]).mul(3).toArray())
    expect(einsum('...->', x).item()).toBe(15)
  })

  it('takes 0-d operands', () => {
    expect(einsum('ij,->ij', x, tensor(2.5)).toArray()).toEqual(x.mul(2.5).toArray())
    expect(einsum('->', tensor(2)).item()).toBe(2)
  })

  it('multiplies booleans where nothing is summed over', () => {
    expect(einsum('i,i->i', tensor([true, false]), tensor([true, true])).toArray()).toEqual([true, false])
    expect(() => einsum('i,i->', tensor([true]), tensor([true]))).toThrow(DTypeError)
  })

  it('refuses letters that do not fit the operands', () => {
    expect(() => einsum('ijk', x)).toThrow("einsum: 'ijk' does not label the 2 dimensions of [2, 3]")
    expect(() => einsum('i', x)).toThrow(ShapeError)
    expect(() => einsum('ii', x)).toThrow(ShapeError)
    expect(() => einsum('ii->i', ones([1, 3]))).toThrow(ShapeError)
    expect(() => einsum('ij,jk', x, x)).toThrow("einsum: 'j' stands for dimensions of different sizes, 3 and 2")
  })

  it('refuses another number of operands, and results that name nothing', () => {
    expect(() => einsum('ij,jk', x)).toThrow("einsum: 'ij,jk' names 2 operands, got 1")
    expect(() => einsum('ij->ijk', x)).toThrow("einsum: 'k' of the result stands for no dimension of an operand")
    expect(() => einsum('ij->ii', x)).toThrow("einsum: 'i' stands twice in the result")
  })

  it('refuses equations that cannot be read', () => {
    expect(() => einsum('i1', x)).toThrow(RangeError)
    expect(() => einsum('i....', x)).toThrow(RangeError)
    expect(() => einsum('ij->i->j', x)).toThrow(RangeError)
  })
})
