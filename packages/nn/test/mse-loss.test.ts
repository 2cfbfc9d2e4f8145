import { grad, gradcheck } from '@nn/autograd'
import { functional, MSELoss } from '@nn/nn'
import { ones, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('mseLoss', () => {
  it('squares the differences', () => {
    const [x, target] = [tensor([1.0, 2.5]), tensor([0.0, 0.5])]
    expect(functional.mseLoss(x, target, { reduction: 'none' }).toArray()).toEqual([1, 4])
    expect(functional.mseLoss(x, target, { reduction: 'sum' }).item()).toBe(5)
    expect(functional.mseLoss(x, target).item()).toBe(2.5)
  })

  it('is NaN in the mean of nothing', () => {
    expect(functional.mseLoss(zeros([0]), zeros([0])).item()).toBeNaN()
  })

  it('broadcasts different shapes and warns once of each pair', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const [x, target] = [tensor([[1.0], [2.0], [3.0]]).float(), tensor([1, 2, 3]).float()]
    expect(functional.mseLoss(x, target).item()).toBeCloseTo(4 / 3, 6)
    functional.mseLoss(x, target)
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('the target has shape [3] and the input [3, 1]'))
    functional.mseLoss(ones([2, 2]), ones([2]))
    expect(warn).toHaveBeenCalledTimes(2)
  })

  it.each(['mean', 'sum', 'none'] as const)('has the gradients of finite differences (%s)', (reduction) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const x = randn([3, 2], { dtype: 'float64', requiresGrad: true })
    const target = randn([2], { dtype: 'float64', requiresGrad: true })
    gradcheck((x, target) => functional.mseLoss(x, target, { reduction }), [x, target])
  })

  it('differentiates twice', () => {
    const x = tensor([1.0, 2.0]).double().requiresGrad_()
    const [dx] = grad(functional.mseLoss(x, zeros([2], { dtype: 'float64' })), [x], { createGraph: true })
    expect(dx?.toArray()).toEqual([1, 2])
    expect(grad(dx?.sum() as Tensor, [x])[0]?.toArray()).toEqual([1, 1])
  })

  it('takes integer targets', () => {
    expect(functional.mseLoss(tensor([1.5]), tensor([1])).item()).toBe(0.25)
  })

  it('refuses integers on both sides, and shapes that do not broadcast', () => {
    expect(() => functional.mseLoss(tensor([1]), tensor([1]))).toThrow(
      'mseLoss: needs floating-point tensors, got int64 and int64',
    )
    expect(() => functional.mseLoss(ones([2]), ones([3]))).toThrow(ShapeError)
  })
})

describe('MSELoss', () => {
  it('is mseLoss with its reduction', () => {
    const criterion = new MSELoss({ reduction: 'sum' })
    const loss = criterion.forward(ones([3], { requiresGrad: true }), zeros([3]))
    expect(loss.item()).toBe(3)
    expect(loss.gradFn?.name).toBe('MseLossBackward0')
    expect(String(criterion)).toBe('MSELoss()')
  })

  it('refuses a reduction that is not there', () => {
    expect(() => new MSELoss({ reduction: '' as 'sum' })).toThrow('MSELoss: reduction must be')
  })
})
