import { AdaptiveLogSoftmaxWithLoss } from '@nn/nn'
import { IndexError, manualSeed, ShapeError, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

// torch.manual_seed(2); nn.AdaptiveLogSoftmaxWithLoss(4, 8, [2, 5], div_value=2., head_bias=True)
function make(): AdaptiveLogSoftmaxWithLoss {
  manualSeed(2)
  return new AdaptiveLogSoftmaxWithLoss(4, 8, [2, 5], { divValue: 2, headBias: true })
}

describe('AdaptiveLogSoftmaxWithLoss', () => {
  it('gives what PyTorch gives for targets', () => {
    const { output, loss } = make().forward(wave(3, 4), tensor([1, 3, 7]))
    expectClose(output, [-2.253103, -2.589607, -1.856194])
    expect(loss.item()).toBeCloseTo(2.232968, 5)
    const single = make().forward(wave(3, 4).at(0), tensor(1))
    expect(single.output.shape).toEqual([])
    expectClose(single.output, [-2.253103])
  })

  it('gives what PyTorch gives for all classes', () => {
    // log_prob(wave(2, 4))
    expectClose(
      make().logProb(wave(2, 4)),
      [
        -1.381237, -2.253103, -3.096846, -3.135255, -3.103778, -1.785373, -1.753753, -1.776422, -1.284993, -1.300281,
        -2.675202, -2.589607, -2.750356, -2.501218, -2.529213, -2.509143,
      ],
    )
    // predict(wave(3, 4) * 5)
    expect(make().predict(wave(3, 4).mul(5)).toArray()).toEqual([6, 1, 6])
  })

  it('has PyTorch’s names in its state, and prints as PyTorch does', () => {
    expect(Object.keys(make().stateDict())).toEqual([
      'head.weight',
      'head.bias',
      'tail.0.0.weight',
      'tail.0.1.weight',
      'tail.1.0.weight',
      'tail.1.1.weight',
    ])
    expect(String(make())).toBe(`AdaptiveLogSoftmaxWithLoss(
  (head): Linear(in_features=4, out_features=4, bias=True)
  (tail): ModuleList(
    (0): Sequential(
      (0): Linear(in_features=4, out_features=2, bias=False)
      (1): Linear(in_features=2, out_features=3, bias=False)
    )
    (1): Sequential(
      (0): Linear(in_features=4, out_features=1, bias=False)
      (1): Linear(in_features=1, out_features=3, bias=False)
    )
  )
)`)
  })

  it('draws its weights anew', () => {
    const layer = make()
    const before = layer.tail.at(1).at(0).weight.toArray()
    layer.resetParameters()
    expect(layer.tail.at(1).at(0).weight.toArray()).not.toEqual(before)
  })

  it('refuses cutoffs that do not increase, and targets that do not fit', () => {
    for (const cutoffs of [[], [0, 2], [4, 4], [4, 8]]) {
      expect(() => new AdaptiveLogSoftmaxWithLoss(4, 8, cutoffs)).toThrow('cutoffs must increase from 1 up to 7')
    }
    expect(() => make().forward(wave(2, 4), tensor([1, 8]))).toThrow(IndexError)
    expect(() => make().forward(wave(2, 4), tensor([1, 8, 2]))).toThrow(ShapeError)
    expect(() => make().forward(wave(2, 4), tensor(1))).toThrow(ShapeError)
  })
})
