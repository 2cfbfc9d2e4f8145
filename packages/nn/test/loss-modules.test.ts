import * as nn from '@nn/nn'
import { functional } from '@nn/nn'
import { manualSeed, ones, type Reduction, rand, type Tensor, tensor } from '@nn/tensor'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

beforeEach(() => {
  manualSeed(0)
  // klDiv warns of its mean.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

interface Criterion extends nn.Module {
  forward(a: Tensor, b: Tensor, third: Tensor): Tensor
}

interface Case {
  readonly make: (reduction: Reduction) => Criterion
  readonly expected: (a: Tensor, b: Tensor, third: Tensor) => Tensor
  /** What the loss takes as its second and third tensor. Default: probabilities and signs. */
  readonly second?: Tensor
  readonly third?: Tensor
  /** The names in its state. Default: none. */
  readonly state?: readonly string[]
}

const signs = tensor([1, -1])
const weight = tensor([0.5, 1, 2], { dtype: 'float32' })
const labels = tensor([
  [2, -1, 0],
  [1, 0, -1],
])
const none = { reduction: 'none' } as const

/** Each module with settings that are not the defaults, and the function that it is. */
const cases: Readonly<Record<string, Case>> = {
  L1Loss: { make: (reduction) => new nn.L1Loss({ reduction }), expected: (x, t) => functional.l1Loss(x, t, none) },
  SmoothL1Loss: {
    make: (reduction) => new nn.SmoothL1Loss({ beta: 0.1, reduction }),
    expected: (x, t) => functional.smoothL1Loss(x, t, { beta: 0.1, ...none }),
  },
  HuberLoss: {
    make: (reduction) => new nn.HuberLoss({ delta: 0.1, reduction }),
    expected: (x, t) => functional.huberLoss(x, t, { delta: 0.1, ...none }),
  },
  BCELoss: {
    make: (reduction) => new nn.BCELoss({ weight, reduction }),
    expected: (x, t) => functional.binaryCrossEntropy(x, t, { weight, ...none }),
    state: ['weight'],
  },
  BCEWithLogitsLoss: {
    make: (reduction) => new nn.BCEWithLogitsLoss({ weight, posWeight: weight, reduction }),
    expected: (x, t) => functional.binaryCrossEntropyWithLogits(x, t, { weight, posWeight: weight, ...none }),
    state: ['weight', 'pos_weight'],
  },
  KLDivLoss: {
    make: (reduction) => new nn.KLDivLoss({ logTarget: true, reduction }),
    expected: (x, t) => functional.klDiv(x, t, { logTarget: true, ...none }),
  },
  CosineEmbeddingLoss: {
    make: (reduction) => new nn.CosineEmbeddingLoss({ margin: 0.1, reduction }),
    expected: (a, b, t) => functional.cosineEmbeddingLoss(a, b, t, { margin: 0.1, ...none }),
  },
  MarginRankingLoss: {
    make: (reduction) => new nn.MarginRankingLoss({ margin: 2, reduction }),
    expected: (a, b, t) => functional.marginRankingLoss(a, b, t, { margin: 2, ...none }),
    third: signs.unsqueeze(1),
  },
  HingeEmbeddingLoss: {
    make: (reduction) => new nn.HingeEmbeddingLoss({ margin: 2, reduction }),
    expected: (x, t) => functional.hingeEmbeddingLoss(x, t, { margin: 2, ...none }),
    second: signs.unsqueeze(1),
  },
  TripletMarginLoss: {
    make: (reduction) => new nn.TripletMarginLoss({ margin: 2, p: 1, eps: 0.1, swap: true, reduction }),
    expected: (a, p, n) => functional.tripletMarginLoss(a, p, n, { margin: 2, p: 1, eps: 0.1, swap: true, ...none }),
    third: ones([2, 3]),
  },
  SoftMarginLoss: {
    make: (reduction) => new nn.SoftMarginLoss({ reduction }),
    expected: (x, t) => functional.softMarginLoss(x, t, none),
    second: signs.unsqueeze(1),
  },
  MultiMarginLoss: {
    make: (reduction) => new nn.MultiMarginLoss({ p: 2, margin: 2, weight, reduction }),
    expected: (x, t) => functional.multiMarginLoss(x, t, { p: 2, margin: 2, weight, ...none }),
    second: tensor([2, 0]),
    state: ['weight'],
  },
  MultiLabelMarginLoss: {
    make: (reduction) => new nn.MultiLabelMarginLoss({ reduction }),
    expected: (x, t) => functional.multilabelMarginLoss(x, t, none),
    second: labels,
  },
  MultiLabelSoftMarginLoss: {
    make: (reduction) => new nn.MultiLabelSoftMarginLoss({ weight, reduction }),
    expected: (x, t) => functional.multilabelSoftMarginLoss(x, t, { weight, ...none }),
    state: ['weight'],
  },
  PoissonNLLLoss: {
    make: (reduction) => new nn.PoissonNLLLoss({ logInput: false, full: true, eps: 0.5, reduction }),
    expected: (x, t) => functional.poissonNllLoss(x, t, { logInput: false, full: true, eps: 0.5, ...none }),
  },
  GaussianNLLLoss: {
    make: (reduction) => new nn.GaussianNLLLoss({ full: true, eps: 0.5, reduction }),
    expected: (x, t, v) => functional.gaussianNllLoss(x, t, v, { full: true, eps: 0.5, ...none }),
    third: tensor([0.25, 2], { dtype: 'float32' }),
  },
}

describe('TripletMarginWithDistanceLoss', () => {
  const vectors = [wave(2, 3), wave(2, 3).add(1), wave(2, 3).mul(2)] as const
  const distance = (a: Tensor, b: Tensor): Tensor => a.sub(b).abs().sum(1)

  it('measures with a function', () => {
    const options = { distanceFunction: distance, margin: 2, swap: true, reduction: 'none' } as const
    // F.triplet_margin_with_distance_loss(a, p, n, distance_function=distance, margin=2., swap=True, reduction='none')
    expectClose(new nn.TripletMarginWithDistanceLoss(options).forward(...vectors), [3.629667, 3.451019])
    expect(String(new nn.TripletMarginWithDistanceLoss(options))).toBe('TripletMarginWithDistanceLoss()')
  })

  it('measures with a module, which is a part of it', () => {
    const criterion = new nn.TripletMarginWithDistanceLoss()
    expect(criterion.forward(...vectors).item()).toBeCloseTo(functional.tripletMarginLoss(...vectors).item(), 6)
    expect(String(criterion)).toBe('TripletMarginWithDistanceLoss(\n  (distance_function): PairwiseDistance()\n)')
  })

  it('refuses a margin that is not above 0', () => {
    expect(() => new nn.TripletMarginWithDistanceLoss({ margin: 0 })).toThrow('margin must be above 0, got 0')
  })
})

describe.each(Object.entries(cases))('%s', (name, { make, expected, second, third = signs, state = [] }) => {
  it('is its function with its settings, and reduces', () => {
    const all = [rand([2, 3]), second ?? rand([2, 3]), third] as const
    const inputs = all.slice(0, expected.length) as unknown as typeof all
    const losses = expected(...inputs)
    expect(
      make('none')
        .forward(...inputs)
        .toArray(),
    ).toEqual(losses.toArray())
    expect(
      make('sum')
        .forward(...inputs)
        .item(),
    ).toBeCloseTo(losses.sum().item(), 5)
    expect(
      make('mean')
        .forward(...inputs)
        .item(),
    ).toBeCloseTo(losses.mean().item(), 5)
  })

  it('prints as PyTorch prints it, and has its weights in its state', () => {
    const criterion = make('mean')
    expect(String(criterion)).toBe(`${name}()`)
    expect(Object.keys(criterion.stateDict())).toEqual(state)
  })

  it('refuses a reduction that is not there', () => {
    expect(() => make('all' as Reduction)).toThrow(`${name}: reduction must be 'none', 'mean' or 'sum', got 'all'`)
  })
})

describe('settings that are refused', () => {
  it('where the module is made', () => {
    expect(() => new nn.TripletMarginLoss({ margin: 0 })).toThrow('TripletMarginLoss: margin must be above 0, got 0')
    expect(() => new nn.MultiMarginLoss({ p: 3 })).toThrow('MultiMarginLoss: p must be 1 or 2, got 3')
    expect(() => new nn.MultiMarginLoss({ weight: ones([]) })).toThrow('MultiMarginLoss: weight must hold one value')
  })
})

it('KLDivLoss reduces by sample', () => {
  const [x, t] = [rand([2, 3]), rand([2, 3])]
  const losses = functional.klDiv(x, t, none)
  expect(new nn.KLDivLoss({ reduction: 'batchmean' }).forward(x, t).item()).toBeCloseTo(losses.sum().item() / 2, 6)
})
