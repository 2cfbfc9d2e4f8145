import { gradcheck, gradgradcheck } from '@nn/autograd'
import { BatchNorm1d, BatchNorm2d, functional, GroupNorm, InstanceNorm1d, InstanceNorm2d, LayerNorm } from '@nn/nn'
import { DTypeError, manualSeed, ones, randn, ShapeError, type Tensor, tensor, zeros } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

const { batchNorm, groupNorm, instanceNorm, layerNorm } = functional

beforeEach(() => {
  manualSeed(0)
})

const variable = (...shape: number[]): Tensor => randn(shape, { dtype: 'float64', requiresGrad: true })

describe('every norm has the gradients of finite differences, once and twice:', () => {
  type Norm = (x: Tensor, weight: Tensor, bias: Tensor) => Tensor
  const running = [randn([2], { dtype: 'float64' }), ones([2], { dtype: 'float64' })] as const
  it.each<[string, Norm, Tensor[]]>([
    [
      'batchNorm while training',
      (x, weight, bias) => batchNorm(x, null, null, { weight, bias, training: true }),
      [variable(3, 2, 2), variable(2), variable(2)],
    ],
    [
      'batchNorm in use',
      (x, weight, bias) => batchNorm(x, ...running, { weight, bias }),
      [variable(3, 2), variable(2), variable(2)],
    ],
    [
      'instanceNorm',
      (x, weight, bias) => instanceNorm(x, { weight, bias }),
      [variable(2, 2, 3), variable(2), variable(2)],
    ],
    [
      'groupNorm',
      (x, weight, bias) => groupNorm(x, 2, { weight, bias }),
      [variable(2, 4, 2), variable(4), variable(4)],
    ],
    [
      'layerNorm',
      (x, weight, bias) => layerNorm(x, [2, 3], { weight, bias }),
      [variable(2, 2, 3), variable(2, 3), variable(2, 3)],
    ],
  ])('%s', (_, norm, inputs) => {
    const fn = norm as (...inputs: Tensor[]) => Tensor
    expect(gradcheck(fn, inputs)).toBe(true)
    expect(gradgradcheck((...inputs) => fn(...inputs).square(), inputs)).toBe(true)
  })
})

describe('BatchNorm', () => {
  it('normalises with the biased variance and stores the unbiased one', () => {
    const layer = new BatchNorm1d(1)
    const y = layer.forward(tensor([[1], [3]]).float())
    expect(y.at(0, 0).item()).toBeCloseTo(-1, 4)
    expect(y.at(1, 0).item()).toBeCloseTo(1, 4)
    expect(layer.runningMean?.item()).toBeCloseTo(0.2, 6)
    expect(layer.runningVar?.item()).toBeCloseTo(1.1, 6)
    expect(layer.numBatchesTracked?.item()).toBe(1)
  })

  it('averages over all batches without a momentum', () => {
    const layer = new BatchNorm1d(1, { momentum: null })
    layer.forward(tensor([[1], [3]]).float())
    layer.forward(tensor([[5], [9]]).float())
    expect(layer.runningMean?.item()).toBeCloseTo(4.5, 6)
    expect(layer.runningVar?.item()).toBeCloseTo(5, 6)
  })

  it('refuses a single value per channel while it trains, and takes it in use', () => {
    const layer = new BatchNorm2d(3)
    expect(() => layer.forward(zeros([1, 3, 1, 1]))).toThrow(
      'batchNorm: expected more than 1 value per channel when training, got input size [1, 3, 1, 1]',
    )
    expect(() => layer.forward(zeros([1, 3, 1, 1]))).toThrow(ShapeError)
    expect(layer.eval().forward(zeros([1, 3, 1, 1])).shape).toEqual([1, 3, 1, 1])
  })

  it('changes nothing in use', () => {
    const layer = new BatchNorm1d(4).eval()
    const before = JSON.stringify(Object.values(layer.stateDict()).map((x) => x.toArray()))
    layer.forward(randn([5, 4]))
    expect(JSON.stringify(Object.values(layer.stateDict()).map((x) => x.toArray()))).toBe(before)
  })

  it('keeps its running values out of the graph', () => {
    const layer = new BatchNorm1d(2)
    layer.forward(randn([3, 2], { requiresGrad: true }))
    expect(layer.runningMean?.requiresGrad).toBe(false)
    expect(layer.parameters()[0]).toBe(layer.weight)
    expect(layer.parameters()).toHaveLength(2)
  })

  it('begins anew with resetParameters', () => {
    const layer = new BatchNorm1d(2)
    layer.weight?.data.fill_(3)
    layer.forward(randn([3, 2]))
    layer.resetParameters()
    expect(Object.values(layer.stateDict()).map((x) => x.toArray())).toEqual([[1, 1], [0, 0], [0, 0], [1, 1], 0])
  })

  it('refuses inputs of another shape, and sizes that are none', () => {
    expect(() => new BatchNorm1d(4).forward(zeros([2, 4, 3, 3]))).toThrow(
      'BatchNorm1d: the input must have 2 or 3 dimensions, got [2, 4, 3, 3]',
    )
    expect(() => new BatchNorm2d(4).forward(zeros([2, 4]))).toThrow('BatchNorm2d: the input must have 4 dimensions')
    expect(() => new BatchNorm1d(4).forward(zeros([2, 3]))).toThrow(
      'batchNorm: weight must have a value for each of 3 channels, got [4]',
    )
    expect(() => new BatchNorm1d(-1)).toThrow('BatchNorm1d: numFeatures must be a non-negative integer, got -1')
  })
})

describe('batchNorm', () => {
  it('lets an empty batch pass', () => {
    expect(batchNorm(zeros([0, 3]), null, null, { training: true }).shape).toEqual([0, 3])
  })

  it('refuses integers, a variance that may be 0, and use without running values', () => {
    expect(() => batchNorm(tensor([[1], [2]]), null, null, { training: true })).toThrow(DTypeError)
    expect(() => batchNorm(zeros([2, 1]), null, null, { training: true, eps: 0 })).toThrow(
      'batchNorm: eps must be positive, got 0',
    )
    expect(() => batchNorm(zeros([2, 1]), null, null)).toThrow(TypeError)
    expect(() => batchNorm(zeros([2, 1]), null, null)).toThrow('batchNorm: needs runningMean and runningVar')
  })
})

describe('other norms', () => {
  it('layerNorm refuses an input with another end, and a weight of another shape', () => {
    expect(() => layerNorm(zeros([2, 3]), [2])).toThrow(
      'layerNorm: an input [2, 3] does not end with the normalised shape [2]',
    )
    expect(() => layerNorm(zeros([2, 3]), [])).toThrow(ShapeError)
    expect(() => layerNorm(zeros([2, 3]), [3], { weight: zeros([2]) })).toThrow(
      'layerNorm: weight must have shape [3], got [2]',
    )
    expect(() => new LayerNorm([4, 5]).forward(zeros([5, 4]))).toThrow(ShapeError)
  })

  it('layerNorm is called as PyTorch calls it in the graph', () => {
    expect(layerNorm(randn([2, 3], { requiresGrad: true }), [3]).gradFn?.name).toBe('NativeLayerNormBackward0')
  })

  it('groupNorm refuses groups that do not divide the channels, and single values', () => {
    expect(() => groupNorm(zeros([2, 7, 4]), 2)).toThrow('groupNorm: 7 channels cannot be split into 2 groups')
    expect(() => groupNorm(zeros([1, 1]), 1)).toThrow('groupNorm: expected more than 1 value per group')
    expect(() => groupNorm(zeros([3]), 1)).toThrow('groupNorm: the input must have at least 2 dimensions, got [3]')
    expect(() => new GroupNorm(2, 7)).toThrow('GroupNorm: 7 channels cannot be split into 2 groups')
    expect(() => new GroupNorm(2, 4).forward(zeros([2, 6, 3]))).toThrow(ShapeError)
  })

  it('instanceNorm refuses channels of a single position, and use without running values', () => {
    expect(() => new InstanceNorm1d(2).forward(zeros([2, 2, 1]))).toThrow(
      'instanceNorm: expected more than 1 position per channel when training, got input size [2, 2, 1]',
    )
    expect(() => instanceNorm(zeros([2, 2, 3]), { useInputStats: false })).toThrow('instanceNorm: needs runningMean')
    expect(() => new InstanceNorm2d(2).forward(zeros([2, 2]))).toThrow('InstanceNorm2d: the input must have 3 or 4 dim')
    expect(() => new InstanceNorm2d(2, { affine: true }).forward(zeros([1, 3, 2, 2]))).toThrow(
      'InstanceNorm2d: the input must have 2 channels, got [1, 3, 2, 2]',
    )
  })
})
