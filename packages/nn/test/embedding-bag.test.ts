import { EmbeddingBag, functional } from '@nn/nn'
import { DTypeError, IndexError, manualSeed, ones, ShapeError, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { expectClose } from './matchers'
import { wave } from './wave'

const { embeddingBag } = functional

const table = wave(6, 2)
const indices = tensor([1, 2, 4, 5, 4, 3])
const offsets = tensor([0, 0, 4])

describe('embeddingBag gives what PyTorch gives:', () => {
  // F.embedding_bag(indices, table, offsets, mode=mode, padding_idx=padding_idx)
  it.each<[functional.EmbeddingBagMode, number | null, number[]]>([
    ['sum', null, [0, 0, 1.346158, 1.517408, -1.502842, -0.9656389]],
    ['sum', 4, [0, 0, 1.977425, 1.500594, -0.8715757, -0.9824526]],
    ['mean', null, [0, 0, 0.3365394, 0.379352, -0.7514212, -0.4828195]],
    ['mean', 4, [0, 0, 0.6591415, 0.5001981, -0.8715757, -0.9824526]],
    ['max', null, [0, 0, 0.9854497, 0.9881682, -0.6312667, 0.01681362]],
    ['max', 4, [0, 0, 0.9854497, 0.9881682, -0.8715757, -0.9824526]],
  ])("mode '%s' with paddingIdx %s", (mode, paddingIdx, expected) => {
    expectClose(embeddingBag(indices, table, { offsets, mode, paddingIdx }), expected)
  })

  it('sums with weights', () => {
    const perSampleWeights = tensor([1, 2, 3, 4, 5, 6]).float()
    // F.embedding_bag(indices, table, offsets, mode='sum', per_sample_weights=torch.tensor([1., 2., 3., 4., 5., 6.]))
    const expected = [0, 0, 2.389572, 4.164757, -8.385787, -5.810647]
    expectClose(embeddingBag(indices, table, { offsets, mode: 'sum', perSampleWeights }), expected)
  })

  it('offsets with the end of the last bag', () => {
    // F.embedding_bag(indices, table, torch.tensor([0, 2, 6]), include_last_offset=True)
    const expected = [0.660219, 0.2562131, -0.3692806, 0.009835705]
    expectClose(embeddingBag(indices, table, { offsets: tensor([0, 2, 6]), includeLastOffset: true }), expected)
  })

  it('bags of one size', () => {
    // F.embedding_bag(torch.tensor([[1, 2, 4], [5, 4, 3]]), table)
    const expected = [0.2297237, 0.1764133, -0.2819519, 0.007509728]
    expectClose(embeddingBag(indices.reshape([2, 3]), table), expected)
  })
})

describe('embeddingBag', () => {
  it('has gradients for the rows that are in bags', () => {
    const weight = ones([4, 1], { requiresGrad: true })
    embeddingBag(
      tensor([
        [0, 1],
        [1, 3],
      ]),
      weight,
      { paddingIdx: 3 },
    )
      .sum()
      .backward()
    expect(weight.grad?.flatten().toArray()).toEqual([0.5, 1.5, 0, 0])
  })

  it('divides gradients by how often a row was looked up when asked', () => {
    const weight = ones([3, 1], { requiresGrad: true })
    embeddingBag(tensor([[0, 0, 1]]), weight, { mode: 'sum', scaleGradByFreq: true })
      .sum()
      .backward()
    expect(weight.grad?.flatten().toArray()).toEqual([1, 1, 0])
  })

  it('makes zeros of no bags and of empty ones', () => {
    expect(embeddingBag(zeros([2, 0]).long(), table).toArray()).toEqual([
      [0, 0],
      [0, 0],
    ])
    expect(embeddingBag(zeros([0]).long(), table, { offsets: zeros([0]).long() }).shape).toEqual([0, 2])
  })

  it('refuses what does not belong together', () => {
    expect(() => embeddingBag(indices.reshape([2, 3]), table, { offsets })).toThrow(ShapeError)
    expect(() => embeddingBag(indices, table)).toThrow('got [6] and no offsets')
    expect(() => embeddingBag(indices, table, { offsets: tensor([1, 2]) })).toThrow(
      'embeddingBag: offsets must begin with 0 and increase up to 6 at most, got [1, 2]',
    )
    expect(() => embeddingBag(indices, table, { offsets: tensor([0, 7]) })).toThrow(RangeError)
    expect(() => embeddingBag(indices, table, { offsets, perSampleWeights: ones([6]) })).toThrow(
      "embeddingBag: perSampleWeights are for the mode 'sum', not for 'mean'",
    )
    expect(() => embeddingBag(indices, table, { offsets, mode: 'sum', perSampleWeights: ones([5]) })).toThrow(
      "embeddingBag: perSampleWeights must have the input's shape [6], got [5]",
    )
    expect(() => embeddingBag(indices, table, { offsets, mode: 'max', scaleGradByFreq: true })).toThrow(RangeError)
    expect(() => embeddingBag(indices.add(9), table, { offsets })).toThrow(IndexError)
    expect(() => embeddingBag(indices.float(), table, { offsets })).toThrow(DTypeError)
  })
})

describe('EmbeddingBag', () => {
  it('draws PyTorch’s table, with zeros in the padding row', () => {
    manualSeed(7)
    const layer = new EmbeddingBag(4, 2, { paddingIdx: 1, mode: 'sum' })
    // torch.manual_seed(7); nn.EmbeddingBag(4, 2, padding_idx=1, mode='sum')(torch.tensor([[0, 1], [2, 3]]))
    expectClose(
      layer.forward(
        tensor([
          [0, 1],
          [2, 3],
        ]),
      ),
      [-0.1467951, 0.7861413, 1.335165, 0.3375579],
    )
    expect(Object.keys(layer.stateDict())).toEqual(['weight'])
  })

  it('starts with rows that were learned before, frozen or not', () => {
    expect(EmbeddingBag.fromPretrained(table).weight.requiresGrad).toBe(false)
    expect(EmbeddingBag.fromPretrained(table, { freeze: false, mode: 'max' }).weight.requiresGrad).toBe(true)
    expect(() => EmbeddingBag.fromPretrained(ones([3]))).toThrow(ShapeError)
  })

  it('prints as PyTorch does', () => {
    expect(String(new EmbeddingBag(10, 3))).toBe("EmbeddingBag(10, 3, mode='mean')")
    const options = { mode: 'sum', paddingIdx: 2, maxNorm: 1, normType: 1, scaleGradByFreq: true } as const
    expect(String(new EmbeddingBag(10, 3, options))).toBe(
      "EmbeddingBag(10, 3, max_norm=1.0, norm_type=1.0, scale_grad_by_freq=True, mode='sum', padding_idx=2)",
    )
  })

  it('refuses a mode that is not there', () => {
    expect(() => new EmbeddingBag(1, 1, { mode: 'min' as 'max' })).toThrow(
      "EmbeddingBag: mode must be 'sum', 'mean' or 'max', got 'min'",
    )
  })
})
