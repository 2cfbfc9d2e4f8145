import * as ops from '@nn/tensor'
import { type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { grad } from '../src/index'
import { checkGradients, type TensorFunction } from './support/check-gradients'

const float64 = (data: ops.NestedArray): Tensor => tensor(data, { dtype: 'float64' })

const matrix = float64([
  [0.7, -1.2, 0.4],
  [1.9, 0.3, -0.6],
])
const other = float64([
  [1.1, 0.5, -0.9],
  [-1.4, 2.2, 0.8],
])
/** Names [0, 0] twice and [1, 2] never. */
const places = tensor([
  [0, 0, 1],
  [1, 0, 1],
])
const mask = tensor([
  [true, false, true],
  [false, true, true],
])
const listed = tensor([2, 0, 2])
const columns = float64([
  [0.3, -0.8, 1.5],
  [1.2, 0.6, -0.4],
])

const cases: Readonly<Record<string, readonly [f: TensorFunction, ...inputs: Tensor[]]>> = {
  'at a list': [(x) => x.at(':', listed), matrix],
  'at lists apart': [(x) => x.unsqueeze(1).at(tensor([0, 1, 1]), ':', listed), matrix],
  'at a mask': [(x) => x.at(mask), matrix],
  gather: [(x) => ops.gather(x, 1, places), matrix],
  take: [
    (x) =>
      ops.take(
        x,
        tensor([
          [0, -1],
          [0, 3],
        ]),
      ),
    matrix,
  ],
  takeAlongDim: [(x) => ops.takeAlongDim(x, tensor([[-1, 0, 0]]), 1), matrix],
  indexSelect: [(x) => ops.indexSelect(x, 1, listed), matrix],
  maskedSelect: [(x) => ops.maskedSelect(x, mask), matrix],
  scatter: [
    (x, src) =>
      ops.scatter(
        x,
        1,
        tensor([
          [2, 0],
          [1, 2],
        ]),
        src,
      ),
    matrix,
    other,
  ],
  'scatter of a number': [(x) => ops.scatter(x, 1, places, 7), matrix],
  scatterAdd: [(x, src) => ops.scatterAdd(x, 1, places, src), matrix, other],
  indexAdd: [(x, source) => ops.indexAdd(x, 1, listed, source, { alpha: 3 }), matrix, columns],
  indexCopy: [(x, source) => ops.indexCopy(x, 1, tensor([2, 0, 1]), source), matrix, columns],
  'indexFill of a number': [(x) => ops.indexFill(x, 1, listed, 7), matrix],
  'indexFill of a tensor': [(x, value) => ops.indexFill(x, 1, listed, value), matrix, float64(0.5)],
  'indexPut that adds': [(x, value) => x.indexPut([':', listed], value, { accumulate: true }), matrix, columns],
  'maskedFill of a tensor': [(x, value) => x.maskedFill(mask, value), matrix, float64(0.5)],
  maskedScatter: [(x, source) => ops.maskedScatter(x, mask, source), matrix, other],
}

const reductions = ['sum', 'mean', 'prod', 'amax', 'amin'] as const
const reduced = reductions.flatMap((reduce) => [
  [reduce, true],
  [reduce, false],
]) as [ops.ScatterReduction, boolean][]

describe('the first and second derivatives are those of finite differences:', () => {
  it.each(Object.entries(cases))('%s', (_, [f, ...inputs]) => checkGradients(f, inputs))

  it.each(reduced)('scatterReduce with %s, includeSelf %s', (reduce, includeSelf) => {
    checkGradients((x, src) => ops.scatterReduce(x, 1, places, src, reduce, { includeSelf }), [matrix, other])
  })

  it('scatterReduce with prod, where factors are 0', () => {
    const src = float64([
      [0, 0.5, 0],
      [0.4, 0, 0],
    ])
    const product: TensorFunction = (x, y) => ops.scatterReduce(x, 1, places, y, 'prod')
    checkGradients(product, [matrix, src])
  })
})

describe('scatter with reduce', () => {
  it('has no gradient, as in PyTorch', () => {
    const x = float64([1, 2]).requiresGrad_()
    const y = ops.scatter(x, 0, tensor([0]), 3, { reduce: 'multiply' })
    expect(y.toArray()).toEqual([3, 2])
    expect(() => grad(y.sum(), x)).toThrow('scatter: there is no gradient with reduce')
  })
})
