import { ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { type EncodedTensor, isEncodedTensor } from '@nn/testing'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { defaultCollate } from '../../src/index'
import { decoded, pytorch } from '../support/fixture'

function values(x: unknown): unknown {
  const { dtype, shape } = x as Tensor
  return { dtype, shape, values: (x as Tensor).toArray() }
}

describe('defaultCollate', () => {
  it.each(pytorch.collated)('makes of $batch what PyTorch makes', ({ batch, out }) => {
    const ours = defaultCollate(batch)
    if (isEncodedTensor(out)) expect(values(ours)).toEqual(values(decoded(out as EncodedTensor)))
    else expect(ours).toEqual(out)
  })

  it('stacks tensors along a new first dimension', () => {
    expect(values(defaultCollate([tensor([1, 2]), tensor([3, 4])]))).toEqual(
      values(
        tensor([
          [1, 2],
          [3, 4],
        ]),
      ),
    )
  })

  it('stacks typed arrays', () => {
    expect(values(defaultCollate([new Float32Array([1, 2]), new Float32Array([3, 4])]))).toEqual(
      values(
        tensor(
          [
            [1, 2],
            [3, 4],
          ],
          { dtype: 'float32' },
        ),
      ),
    )
  })

  it('collates tuples and plain objects element by element', () => {
    const batch = defaultCollate([
      { at: [1, 0.5] as [number, number], name: 'a', seen: true },
      { at: [2, 1.5] as [number, number], name: 'b', seen: false },
    ])
    expectTypeOf(batch).toEqualTypeOf<{ at: [Tensor, Tensor]; name: string[]; seen: Tensor }>()
    expect(batch.at.map(values)).toEqual([tensor([1, 2]), tensor([0.5, 1.5], { dtype: 'float64' })].map(values))
    expect(batch.name).toEqual(['a', 'b'])
    expect(values(batch.seen)).toEqual(values(tensor([true, false])))
  })

  it('refuses tensors of different shapes', () => {
    expect(() => defaultCollate([zeros([2]), zeros([3])])).toThrow(ShapeError)
    expect(() => defaultCollate([zeros([2]), zeros([3])])).toThrow(
      'stack: expects each tensor to be equal size, but got [2] at entry 0 and [3] at entry 1',
    )
  })

  it('refuses arrays of different lengths', () => {
    expect(() => defaultCollate([[1, 2], [3]])).toThrow(
      'defaultCollate: each sample of a batch should be of equal size, but got 2 elements at entry 0 and 1 at entry 1',
    )
  })

  it('refuses samples of different kinds', () => {
    expect(() => defaultCollate([zeros([2]), 3])).toThrow(
      'defaultCollate: samples of a batch should be of one kind, but got tensor at entry 0 and number at entry 1',
    )
    expect(() => defaultCollate([{ a: 1 }, { b: 1 }])).toThrow(TypeError)
  })

  it.each([null, undefined, 10n, new Map(), () => 0])('refuses %s as a sample', (sample) => {
    expect(() => defaultCollate([sample])).toThrow(/^defaultCollate: samples must be tensors, numbers/)
  })

  it('refuses an empty list', () => {
    expect(() => defaultCollate([])).toThrow('defaultCollate: a batch needs at least one sample, got none')
  })
})
