import { gradcheck } from '@nn/autograd'
import { functional, NLLLoss } from '@nn/nn'
import { DTypeError, IndexError, randn, ShapeError, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'

const logProbabilities = tensor([
  [-0.5, -1.5, -2.5],
  [-1, -2, -0.75],
])

describe('nllLoss', () => {
  it('takes the log-probability of each target', () => {
    expect(functional.nllLoss(logProbabilities, tensor([1, 2]), { reduction: 'none' }).toArray()).toEqual([1.5, 0.75])
    expect(functional.nllLoss(logProbabilities, tensor([1, 2]), { reduction: 'sum' }).item()).toBe(2.25)
    expect(functional.nllLoss(logProbabilities, tensor([1, 2])).item()).toBe(1.125)
  })

  it('divides the mean by the weights of the targets', () => {
    const weight = tensor([0.5, 1, 3])
    expect(functional.nllLoss(logProbabilities, tensor([1, 2]), { weight }).item()).toBe((1.5 + 3 * 0.75) / 4)
  })

  it('leaves ignored targets out of the mean', () => {
    expect(functional.nllLoss(logProbabilities, tensor([1, -100])).item()).toBe(1.5)
    expect(functional.nllLoss(logProbabilities, tensor([1, 0]), { ignoreIndex: 0 }).item()).toBe(1.5)
  })

  it('takes uint8 targets and single samples', () => {
    expect(functional.nllLoss(logProbabilities, tensor([1, 2], { dtype: 'uint8' })).item()).toBe(1.125)
    expect(functional.nllLoss(logProbabilities.at(0), tensor(2)).item()).toBe(2.5)
  })

  it.each(['mean', 'sum', 'none'] as const)('has the gradient of finite differences (%s)', (reduction) => {
    const x = randn([3, 4, 2], { dtype: 'float64', requiresGrad: true })
    const target = tensor([
      [0, 3],
      [1, 1],
      [2, 0],
    ])
    const weight = tensor([0.5, 1, 2, 1.5], { dtype: 'float64' })
    gradcheck((x) => functional.nllLoss(x, target, { weight, reduction, ignoreIndex: 2 }), [x])
  })

  it('refuses what is no class index', () => {
    expect(() => functional.nllLoss(logProbabilities, tensor([1.5, 0]))).toThrow(DTypeError)
    expect(() => functional.nllLoss(logProbabilities, tensor([0, 3]))).toThrow(IndexError)
    expect(() => functional.nllLoss(logProbabilities, tensor([0]))).toThrow(ShapeError)
    expect(() => functional.nllLoss(tensor([1, 2]), tensor(0))).toThrow('nllLoss: the input must be floating point')
    expect(() => functional.nllLoss(logProbabilities, tensor([0, 1]), { weight: tensor([1.5]) })).toThrow(
      'nllLoss: weight must hold one value a class, 3, got [1]',
    )
  })
})

describe('NLLLoss', () => {
  it('is nllLoss with its settings', () => {
    const criterion = new NLLLoss({ weight: tensor([0.5, 1, 3]), ignoreIndex: 1, reduction: 'sum' })
    expect(criterion.forward(logProbabilities, tensor([1, 2])).item()).toBe(2.25)
    expect(String(criterion)).toBe('NLLLoss()')
  })

  it('refuses a reduction that is not there', () => {
    expect(() => new NLLLoss({ reduction: 'all' as 'sum' })).toThrow(
      "NLLLoss: reduction must be 'none', 'mean' or 'sum', got 'all'",
    )
  })
})
