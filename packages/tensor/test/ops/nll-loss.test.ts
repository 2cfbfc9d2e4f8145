import { describe, expect, it } from 'vitest'
import { DTypeError, IndexError, nllLoss, ShapeError, type Tensor, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'
import { LENGTHS, layouts, sample } from '../support/samples'

const settings = { reduction: 'mean', ignoreIndex: -100 } as const

/** Class indices below `classes`, every fifth one ignored. */
function targets(n: number, classes: number): Tensor {
  const values = Array.from({ length: n }, (_, i) => (i % 5 === 4 ? -100 : (i * 3) % classes))
  return tensor(values, { dtype: 'int64' })
}

describe('nllLoss', () => {
  it('is minus the weighted log-probability of each target, for any batch and number of classes', () => {
    for (const n of LENGTHS) {
      for (const classes of [1, 3, 10, 17]) {
        for (const layout of Object.values(layouts)) {
          const x = layout(sample([n, classes]))
          const weight = layout(sample([classes], 'float32', 3).abs())
          const target = layout(targets(n, classes))
          const [values, weights] = [x.toTypedArray(), weight.toTypedArray()]
          const labels = Array.from(target.toTypedArray())
          const counted = labels.map((label) => (label < 0 ? 0 : (weights[label] as number)))
          const losses = labels.map((label, i) =>
            label < 0 ? 0 : -(counted[i] as number) * (values[i * classes + label] as number),
          )
          const sum = losses.reduce((total, loss) => total + loss, 0)
          const total = counted.reduce((all, w) => all + w, 0)
          const loss = (reduction: 'none' | 'sum' | 'mean'): Tensor =>
            nllLoss(x, target, weight, { ...settings, reduction })
          expectClose(loss('none'), { shape: [n], dtype: 'float32', values: losses })
          expectClose(loss('sum'), { shape: [], dtype: 'float32', values: [sum] })
          expectClose(loss('mean'), { shape: [], dtype: 'float32', values: [sum / total] })
        }
      }
    }
  })

  it('takes positions behind the classes, a single sample, and uint8 targets', () => {
    const x = sample([2, 3, 4])
    const target = tensor([
      [0, 1, 2, 0],
      [2, 2, 1, 0],
    ])
    const loss = nllLoss(x, target, null, { ...settings, reduction: 'none' })
    expect([loss.shape, loss.at(1, 2).item()]).toEqual([[2, 4], -x.at(1, 1, 2).item()])
    expect(nllLoss(x.at(0, ':', 0), tensor(1), null, settings).item()).toBe(-x.at(0, 1, 0).item())
    expect(nllLoss(x.at(':', ':', 0), tensor([0, 1], { dtype: 'uint8' }), null, settings).shape).toEqual([])
  })

  it('of nothing but ignored targets is NaN', () => {
    expect(nllLoss(zeros([1, 3]), tensor([-100]), null, settings).item()).toBeNaN()
  })

  it.each<[string, Tensor, Tensor, Tensor | null, new (message: string) => Error]>([
    ['nllLoss: target 3 is out of range for 3 classes', zeros([2, 3]), tensor([0, 3]), null, IndexError],
    ['nllLoss: target -1 is out of range for 3 classes', zeros([2, 3]), tensor([0, -1]), null, IndexError],
    [
      'nllLoss: a target [3] does not fit an input [2, 3], expected [2]',
      zeros([2, 3]),
      tensor([0, 1, 2]),
      null,
      ShapeError,
    ],
    [
      'nllLoss: targets must be class indices of dtype int64, got float32',
      zeros([1, 3]),
      tensor([0.5]),
      null,
      DTypeError,
    ],
    ['nllLoss: the input must be floating point, got int64', tensor([[1, 2]]), tensor([0]), null, DTypeError],
    ['nllLoss: weight must hold one value a class, 3, got [2]', zeros([1, 3]), tensor([0]), zeros([2]), ShapeError],
  ])('%s', (message, x, target, weight, type) => {
    expect(() => nllLoss(x, target, weight, settings)).toThrow(type)
    expect(() => nllLoss(x, target, weight, settings)).toThrow(message)
  })
})
