import { AutogradError, type DType, ones, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })

describe('requiresGrad', () => {
  it('is asked for when a tensor is made, or later', () => {
    const x = ones([2])
    expect(x.requiresGrad).toBe(false)
    expect(x.requiresGrad_()).toBe(x)
    expect(x.requiresGrad).toBe(true)
    x.requiresGrad = false
    expect([x.requiresGrad, zeros([1], { requiresGrad: true }).requiresGrad]).toEqual([false, true])
  })

  it('passes on to what is computed', () => {
    const [x, constant] = [leaf(1), ones([1])]
    expect([x.add(constant).requiresGrad, constant.add(constant).requiresGrad]).toEqual([true, false])
  })

  it.each(['int64', 'int32', 'uint8', 'bool'] satisfies DType[])('is not for %s', (dtype) => {
    expect(() => zeros([1], { dtype }).requiresGrad_()).toThrow(AutogradError)
    expect(() => zeros([1], { dtype, requiresGrad: true })).toThrow(
      `zeros: only floating-point tensors can require a gradient, this one is ${dtype}`,
    )
    expect(zeros([1], { dtype }).requiresGrad_(false).requiresGrad).toBe(false)
  })

  it('cannot be taken from what was computed', () => {
    const y = leaf(1).mul(2)
    expect(() => y.requiresGrad_(false)).toThrow(AutogradError)
    expect(() => y.requiresGrad_(false)).toThrow(/only leaf tensors.*detach/)
    expect(y.requiresGrad_().requiresGrad).toBe(true)
  })
})

describe('isLeaf and gradFn', () => {
  it('tell what was computed from what was made', () => {
    const [x, constant] = [leaf(1), ones([1])]
    const y = x.mul(2)
    expect([x.isLeaf, constant.isLeaf, constant.add(1).isLeaf, y.isLeaf, y.detach().isLeaf]).toEqual([
      true,
      true,
      true,
      false,
      true,
    ])
    expect([x.gradFn, constant.gradFn, y.gradFn?.name]).toEqual([null, null, 'MulBackward0'])
  })

  it('lead through the graph to the leaves', () => {
    const [x, y] = [leaf(1), leaf(2)]
    const node = x.mul(y).exp().gradFn
    const [mul] = node?.nextFunctions ?? []
    expect([node?.name, mul?.name, mul?.nextFunctions.map((next) => next?.name)]).toEqual([
      'ExpBackward0',
      'MulBackward0',
      ['AccumulateGrad', 'AccumulateGrad'],
    ])
    expect(x.mul(2).gradFn?.nextFunctions.map((next) => next?.name ?? null)).toEqual(['AccumulateGrad', null])
  })
})

describe('detach', () => {
  it('gives the elements without history', () => {
    const x = leaf(1, 2)
    const y = x.mul(2).detach()
    expect([y.requiresGrad, y.gradFn, y.toArray()]).toEqual([false, null, [2, 4]])
  })

  it('shares the storage, and with it the version', () => {
    const x = leaf(1, 2)
    const y = x.detach()
    y.mul_(3)
    expect([x.toArray(), x.storage.version]).toEqual([[3, 6], 1])
  })

  it('stops gradients', () => {
    const x = leaf(3)
    x.mul(x.detach()).backward()
    expect(x.grad?.item()).toBe(3)
  })
})

describe('clone', () => {
  it('lets gradients through', () => {
    const x = leaf(1, 2)
    x.clone().mul(2).sum().backward()
    expect(x.grad?.toArray()).toEqual([2, 2])
  })
})
