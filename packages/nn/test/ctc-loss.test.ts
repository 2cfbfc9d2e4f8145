import { CTCLoss, functional } from '@nn/nn'
import { DTypeError, IndexError, ShapeError, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

const { ctcLoss } = functional

const logProbs = wave(6, 3, 4).logSoftmax(2)
const targets = tensor([
  [1, 2],
  [3, 3],
  [2, 1],
])
const inputLengths = tensor([6, 5, 3])
const targetLengths = tensor([2, 2, 1])

describe('ctcLoss', () => {
  it.each([
    ['none', [4.618671, 3.274058, 2.453199]],
    ['mean', [2.133188]],
    ['sum', [10.34593]],
  ] as const)("gives what PyTorch gives with the reduction '%s'", (reduction, expected) => {
    // F.ctc_loss(log_probs, targets, input_lengths, target_lengths, reduction=reduction)
    expectClose(ctcLoss(logProbs, targets, inputLengths, targetLengths, { reduction }), expected, 4)
    expectClose(new CTCLoss({ reduction }).forward(logProbs, targets, [6, 5, 3], [2, 2, 1]), expected, 4)
    const inOneList = tensor([1, 2, 3, 3, 2])
    expectClose(ctcLoss(logProbs, inOneList, inputLengths, targetLengths, { reduction }), expected, 4)
  })

  it('has the gradient of logits', () => {
    const logits = wave(6, 3, 4).requiresGrad_()
    ctcLoss(logits.logSoftmax(2), targets, inputLengths, targetLengths).backward()
    // x.grad[2] after F.ctc_loss(x.log_softmax(2), targets, (6, 5, 3), (2, 2, 1)).backward()
    const expected = [
      -0.02766121, -0.02913851, -0.0166494, 0.07344912, -0.06684755, 0.05407602, 0.04626011, -0.03348858, -0.1422494,
      0.06766663, -0.01710815, 0.09169091,
    ]
    expectClose(logits.grad?.at(2) ?? tensor([]), expected)
  })

  it('is infinite where the input is too short, or 0 when asked', () => {
    const short = wave(2, 2, 3).logSoftmax(2)
    const args = [
      short,
      tensor([
        [1, 1],
        [1, 2],
      ]),
      [2, 2],
      [2, 2],
    ] as const
    // F.ctc_loss(wave(2, 2, 3).log_softmax(2), ..., reduction='none'), and with zero_infinity=True
    expect(
      ctcLoss(...args, { reduction: 'none' })
        .at(0)
        .item(),
    ).toBe(Infinity)
    expectClose(ctcLoss(...args, { reduction: 'none', zeroInfinity: true }), [0, 1.903369])
  })

  it('takes one sample without a batch', () => {
    const loss = ctcLoss(logProbs.select(1, 0), tensor([1, 2]), [6], [2], { reduction: 'none' })
    expect(loss.shape).toEqual([])
    expect(loss.item()).toBeCloseTo(4.618671, 4)
  })

  it('refuses lengths, labels and dtypes that do not fit', () => {
    expect(() => ctcLoss(logProbs, targets, [7, 5, 3], targetLengths)).toThrow(
      'ctcLoss: an input length of 7 is beyond the 6 steps of logProbs',
    )
    expect(() => ctcLoss(logProbs, targets, inputLengths, [3, 2, 1])).toThrow(ShapeError)
    expect(() => ctcLoss(logProbs, targets, [6], targetLengths)).toThrow('inputLengths must hold 3 numbers')
    expect(() => ctcLoss(logProbs, targets, inputLengths, [-1, 2, 1])).toThrow(RangeError)
    expect(() => ctcLoss(logProbs, tensor([1]), inputLengths, targetLengths)).toThrow(
      'ctcLoss: targets must have shape [N, S] or [5], got [1]',
    )
    expect(() => ctcLoss(logProbs, targets, inputLengths, targetLengths, { blank: 4 })).toThrow(IndexError)
    expect(() => ctcLoss(logProbs.reshape([-1]), targets, inputLengths, targetLengths)).toThrow(ShapeError)
    expect(() => ctcLoss(logProbs.long(), targets, inputLengths, targetLengths)).toThrow(DTypeError)
  })

  it('prints as PyTorch does', () => {
    expect(String(new CTCLoss())).toBe('CTCLoss()')
  })
})
