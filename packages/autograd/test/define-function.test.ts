import { AutogradError, ones, sin, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { defineFunction, gradcheck, gradgradcheck } from '../src/index'

const leaf = (...values: number[]): Tensor => tensor(values, { dtype: 'float32', requiresGrad: true })

describe('defineFunction', () => {
  const scaledProduct = defineFunction<[Tensor, Tensor], { scale: number }>({
    name: 'scaledProduct',
    forward(context, [a, b], { scale }) {
      context.save(a, b)
      return a.mul(b).mul(scale)
    },
    backward({ saved, params, needs }, g) {
      const [a, b] = saved as [Tensor, Tensor]
      return [
        needs[0] === true ? g.mul(b).mul(params.scale) : null,
        needs[1] === true ? g.mul(a).mul(params.scale) : null,
      ]
    },
  })

  it('makes an operation with a gradient of its own', () => {
    const [a, b] = [leaf(1, 2), leaf(3, 4)]
    const y = scaledProduct([a, b], { scale: 10 })
    expect([y.toArray(), y.gradFn?.name]).toEqual([[30, 80], 'scaledProductBackward'])
    y.sum().backward()
    expect([a.grad?.toArray(), b.grad?.toArray()]).toEqual([
      [30, 40],
      [10, 20],
    ])
  })

  it('tells which inputs need a gradient', () => {
    const a = leaf(1, 2)
    scaledProduct([a, tensor([3.5, 4])], { scale: 1 })
      .sum()
      .backward()
    expect(a.grad?.toArray()).toEqual([3.5, 4])
    expect(scaledProduct([tensor([1.5]), tensor([2.5])], { scale: 1 }).requiresGrad).toBe(false)
  })

  it('can be differentiated twice where its backward can', () => {
    const points = [0.5, -1.5].map((v) => tensor([v, v + 2], { dtype: 'float64', requiresGrad: true }))
    const fn = (...inputs: Tensor[]): Tensor => sin(scaledProduct(inputs as [Tensor, Tensor], { scale: 3 }))
    expect([gradcheck(fn, points), gradgradcheck(fn, points)]).toEqual([true, true])
  })

  it('may change the gradient alone, and give back its input', () => {
    const reversed = defineFunction<[Tensor], undefined>({
      name: 'reversed',
      forward: (_, [x]) => x,
      backward: (_, g) => [g.neg()],
    })
    const x = leaf(1, 2)
    const y = reversed([x], undefined)
    expect([y.toArray(), x.isLeaf, y.isLeaf]).toEqual([[1, 2], true, false])
    y.sum().backward()
    expect(x.grad?.toArray()).toEqual([-1, -1])
  })

  it('notices that what it saved was changed', () => {
    const a = leaf(1, 2).mul(1)
    const y = scaledProduct([a, leaf(3, 4)], { scale: 1 })
    a.add_(1)
    expect(() => y.sum().backward()).toThrow(/scaledProductBackward: .* version 1, expected version 0/)
  })

  it('refuses a gradient of a shape that was not broadcast', () => {
    const wrong = defineFunction<[Tensor], undefined>({
      name: 'wrong',
      forward: (_, [x]) => x.mul(2),
      backward: () => [tensor([1, 2, 3])],
    })
    expect(() =>
      wrong([leaf(1, 2)], undefined)
        .sum()
        .backward(),
    ).toThrow(AutogradError)
    expect(() =>
      wrong([leaf(1, 2)], undefined)
        .sum()
        .backward(),
    ).toThrow('wrongBackward: returned a gradient of shape [3] for a tensor of shape [2]')
  })
})

describe('mistakes in a definition', () => {
  const definition = { name: 'twice', forward: (_: unknown, [x]: [Tensor]) => x.mul(2) }
  const define = defineFunction as (...args: unknown[]) => (inputs: unknown, ...params: unknown[]) => Tensor

  it('are told when it is made', () => {
    const expected =
      'defineFunction: definition must be an object with a name and the functions forward and backward, got '
    for (const wrong of [{ ...definition }, { name: 1 }, null, 'twice']) expect(() => define(wrong)).toThrow(expected)
  })

  it('are told when it is called', () => {
    const twice = define({ ...definition, backward: (_: unknown, g: Tensor) => [g.mul(2)] })
    expect(() => twice(leaf(1))).toThrow('twice: inputs must be a list of tensors, as [a, b], got a float32 tensor [1]')
    expect(() => twice([leaf(1)], undefined, 5)).toThrow(TypeError)
    const nothing = define({ ...definition, forward: () => 5, backward: () => [null] })
    expect(() => nothing([leaf(1)])).toThrow('twice: forward must return a tensor, got 5')
  })

  it('are told when it is differentiated', () => {
    const returning = (value: unknown) => () => define({ ...definition, backward: () => value })([leaf(1)]).backward()
    expect(returning(ones([1]))).toThrow(
      'twice: backward must return a list with a gradient or null for each input, as [grad], got a float32 tensor [1]',
    )
    expect(returning([ones([1]), ones([1])])).toThrow('twice: backward returned 2 gradients for 1 inputs')
    expect(returning([2])).toThrow('twice: backward must return tensors or null, got 2')
    expect(returning([null])).not.toThrow()
  })
})
