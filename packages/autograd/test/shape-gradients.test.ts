import * as ops from '@nn/tensor'
import { arange, asStrided, ShapeError, type Tensor, tensor, unique } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { checkGradients, type TensorFunction } from './support/check-gradients'

/** 0.1, 0.2, ... in a shape. */
const filled = (shape: readonly number[]): Tensor => {
  const count = ops.numelOf(shape)
  return ops.linspace(0.1, count / 10, count, { dtype: 'float64' }).view(shape)
}

const vector = filled([5])
const matrix = filled([2, 3])
const cube = filled([2, 3, 2])
const joined = (parts: readonly Tensor[]): Tensor => ops.cat(parts.map((part, i) => part.mul(i + 1).reshape(-1)))

const cases: Readonly<Record<string, readonly [f: TensorFunction, ...inputs: Tensor[]]>> = {
  reshape: [(x) => ops.reshape(x, [3, 2]), matrix],
  'reshape that copies': [(x) => ops.reshape(x.t(), [-1]), matrix],
  unflatten: [(x) => ops.unflatten(x, 1, [3, 1]), matrix],
  movedim: [(x) => ops.movedim(x, [0, 1], [1, 2]), cube],
  expand: [(x) => x.unsqueeze(1).expand([2, 4, 3]), matrix],
  broadcastTensors: [(x, y) => joined(ops.broadcastTensors(x, y)), filled([3, 1]), filled([2])],
  select: [(x) => ops.select(x, 1, -1), matrix],
  narrow: [(x) => ops.narrow(x, 1, 1, 2), matrix],
  split: [(x) => joined(ops.split(x, 2)), vector],
  chunk: [(x) => joined(ops.chunk(x, 2, 1)), matrix],
  tensorSplit: [(x) => joined(ops.tensorSplit(x, [1, 3])), vector],
  unbind: [(x) => joined(ops.unbind(x, 1)), matrix],
  'unfold with windows that overlap': [(x) => ops.unfold(x, 0, 3, 1), vector],
  'unfold inside': [(x) => ops.unfold(x, 1, 2, 1), cube],
  diagonal: [(x) => ops.diagonal(x, 1, 0, 1), cube],
  diagEmbed: [(x) => ops.diagEmbed(x, -1, 0, 2), matrix],
  'diag of a matrix': [(x) => ops.diag(x, 1), matrix],
  'diag of a vector': [(x) => ops.diag(x), vector],
  diagflat: [(x) => ops.diagflat(x), matrix],
  trace: [(x) => ops.trace(x), matrix],
  tril: [(x) => ops.tril(x), matrix],
  triu: [(x) => ops.triu(x, 1), matrix],
  flip: [(x) => ops.flip(x, [0, 1]), matrix],
  'roll along a dimension': [(x) => ops.roll(x, 2, 1), matrix],
  'roll of all': [(x) => ops.roll(x, -1), matrix],
  rot90: [(x) => ops.rot90(x), matrix],
  repeat: [(x) => x.repeat(2, 2, 1), matrix],
  tile: [(x) => ops.tile(x, [2]), matrix],
  'repeatInterleave by a number': [(x) => ops.repeatInterleave(x, 2, 1), matrix],
  'repeatInterleave by a tensor': [(x) => ops.repeatInterleave(x, tensor([0, 3]), 0), matrix],
  cat: [(x, y) => ops.cat([x, y, x], 1), matrix, filled([2, 1])],
  stack: [(x, y) => ops.stack([x, y], -1), matrix, matrix.add(1)],
  hstack: [(x, y) => ops.hstack([x, y]), matrix, matrix.add(1)],
  vstack: [(x, y) => ops.vstack([x, y]), vector, vector.add(1)],
  dstack: [(x, y) => ops.dstack([x, y]), matrix, matrix.add(1)],
  columnStack: [(x, y) => ops.columnStack([x, y]), filled([2]), matrix],
  meshgrid: [(x, y) => joined(ops.meshgrid([x, y], { indexing: 'xy' })), filled([2]), filled([3])],
  cartesianProd: [(x, y) => ops.cartesianProd(x, y), filled([2]), filled([3])],
  blockDiag: [(x, y) => ops.blockDiag(x, y), matrix, filled([2])],
  atleast3d: [(x) => ops.atleast3d(x), matrix],
}

describe('the first and second derivatives are those of finite differences:', () => {
  it.each(Object.entries(cases))('%s', (_, [f, ...inputs]) => checkGradients(f, inputs))
})

describe('asStrided of what shares places', () => {
  const weights = tensor(
    [
      [1, 2],
      [3, 4],
    ],
    { dtype: 'float64' },
  )
  const gradientOf = (size: number, f: (x: Tensor) => Tensor): unknown => {
    const x = arange(1, size + 1)
      .double()
      .requiresGrad_()
    f(x).sum().backward()
    return x.grad?.toArray()
  }

  it("gives PyTorch's gradients: those of an element's places add up, and are shared by the places of the input", () => {
    const seen = (x: Tensor): Tensor => asStrided(x, [3, 2], [1, 1], 0)
    expect(gradientOf(2, (x) => asStrided(x.expand(3, 2), [2], [1], 0))).toEqual([1, 1])
    expect(gradientOf(2, (x) => asStrided(x.expand(3, 2), [2, 2], [0, 1]).mul(weights))).toEqual([4, 6])
    expect(gradientOf(4, (x) => asStrided(seen(x), [2, 2], [2, 1]).mul(weights))).toEqual([1, 2, 3, 4])
    expect(gradientOf(4, (x) => asStrided(seen(x), [4], [1]).mul(weights.view(4)))).toEqual([1, 2, 3, 4])
    expect(gradientOf(2, (x) => asStrided(x.expand(3, 2).at(':', ':1'), [2], [1], 0))).toEqual([1, 0])
  })

  it('takes its geometry by position or by name', () => {
    const x = arange(6)
    expect(asStrided(x, [2], [3], 1).toArray()).toEqual([1, 4])
    expect(asStrided(x.at('2:'), { shape: [2], strides: [1] }).toArray()).toEqual([2, 3])
    expect(() => asStrided(x, [2], [1, 1])).toThrow(ShapeError)
    expect(() => asStrided(x, [-1], [1])).toThrow(ShapeError)
    expect(() => (asStrided as (...args: unknown[]) => unknown)(x, [2])).toThrow(/asStrided: needs sizes and strides/)
  })
})

describe('unique', () => {
  it('belongs to the graph, though it has no derivative', () => {
    const x = tensor([2, 1, 2], { dtype: 'float64', requiresGrad: true })
    const { values, counts } = unique(x, { returnCounts: true })
    expect([values.requiresGrad, values.gradFn?.name, counts.requiresGrad]).toEqual([true, 'Unique2Backward0', false])
    expect(unique(x.view(3, 1), { dim: 0 }).gradFn?.name).toBe('UniqueDimBackward0')
    expect(() => values.sum().backward()).toThrow('unique: has no derivative')
    expect(unique(x.detach()).requiresGrad).toBe(false)
  })
})
