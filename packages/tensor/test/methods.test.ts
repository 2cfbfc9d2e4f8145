import { describe, expect, it } from 'vitest'
import * as functions from '../src/index'
import { IndexError, type Picked, Tensor, tensor, zeros } from '../src/index'

const x = tensor([
  [3, 1, 2],
  [0.5, 4, 4],
])
const index = tensor([[2], [0]])
const src = tensor([[10], [20]], { dtype: 'float32' })

type Result = Tensor | Picked
type Functions = Readonly<Record<string, (x: Tensor, ...args: unknown[]) => Result>>
type Methods = Readonly<Record<string, (...args: unknown[]) => Result>>

const listsOf = (result: Result): unknown =>
  result instanceof Tensor ? result.toArray() : [result.values.toArray(), result.indices.toArray()]

// PyTorch's answers; of picked elements, values and indices.
const cases: readonly (readonly [name: string, args: readonly unknown[], expected: string])[] = [
  ['sort', [1], '[[[1,2,3],[0.5,4,4]],[[1,2,0],[0,1,2]]]'],
  ['argsort', [1, { descending: true }], '[[0,2,1],[1,2,0]]'],
  ['topk', [2, 1], '[[[3,2],[4,4]],[[0,2],[1,2]]]'],
  ['median', [], '2'],
  ['median', [1], '[[2,4],[2,1]]'],
  ['cumsum', [0], '[[3,1,2],[3.5,5,6]]'],
  ['cumprod', [1], '[[3,3,6],[0.5,2,8]]'],
  ['prod', [], '48'],
  ['prod', [1], '[6,8]'],
  ['scatter', [1, index, 9], '[[3,1,9],[9,4,4]]'],
  ['scatter', [1, index, src, { reduce: 'add' }], '[[3,1,12],[20.5,4,4]]'],
  ['scatterAdd', [1, index, src], '[[3,1,12],[20.5,4,4]]'],
]

describe('the methods of a tensor', () => {
  it.each(cases)('%s answers %j as the function does, and as PyTorch', (name, args, expected) => {
    const ofMethod = (x as unknown as Methods)[name]?.(...args) as Result
    const ofFunction = (functions as unknown as Functions)[name]?.(x, ...args) as Result
    expect(JSON.stringify(listsOf(ofMethod))).toBe(expected)
    expect(JSON.stringify(listsOf(ofFunction))).toBe(expected)
  })

  it('know logarithms to other bases', () => {
    expect(tensor([1, 8, 0.5]).log2().toArray()).toEqual([0, 3, -1])
    expect(tensor([1, 100]).log10().toArray()).toEqual([0, 2])
  })

  it('scatter in place, and answer with the tensor itself', () => {
    const y = zeros([2, 3])
    expect(y.scatter_(1, index, 9)).toBe(y)
    expect(y.scatterAdd_(1, index, src)).toBe(y)
    expect(y.scatter_(1, index, src, { reduce: 'multiply' })).toBe(y)
    expect(y.toArray()).toEqual([
      [0, 0, 190],
      [580, 0, 0],
    ])
  })

  it('name themselves when they refuse to scatter', () => {
    expect(() => x.scatter_(2, index, 1)).toThrow(IndexError)
    expect(() => x.scatter_(2, index, 1)).toThrow('scatter_: dimension 2 is out of range')
    expect(() =>
      zeros([1])
        .expand(3)
        .scatterAdd_(0, tensor([0]), zeros([1])),
    ).toThrow('scatterAdd_')
  })
})
