import { inspect } from 'node:util'
import { arange, Generator, manualSeed, ones, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  BatchSampler,
  ConcatDataset,
  DataLoader,
  type Dataset,
  defaultCollate,
  MNIST,
  parseIdx,
  RandomSampler,
  randomSplit,
  SequentialSampler,
  Subset,
  SubsetRandomSampler,
  TensorDataset,
  transforms,
  WeightedRandomSampler,
  writeIdx,
} from '../src/index'

const numbers: Dataset<number> = { length: 5, get: (index) => index }
const epoch = (loader: DataLoader<number, Tensor>): unknown => Array.from(loader, (batch) => batch.toArray())

describe('by position', () => {
  it('DataLoader takes batchSize, shuffle, sampler and batchSampler', () => {
    expect(epoch(new DataLoader(numbers, 2))).toEqual([[0, 1], [2, 3], [4]])
    expect(epoch(new DataLoader(numbers, 2, { dropLast: true }))).toEqual([
      [0, 1],
      [2, 3],
    ])
    expect(epoch(new DataLoader(numbers, 2, false, [4, 0, 1]))).toEqual([[4, 0], [1]])
    expect(epoch(new DataLoader(numbers, 1, false, undefined, [[4], [0, 1]]))).toEqual([[4], [0, 1]])
    manualSeed(0)
    const shuffled = epoch(new DataLoader(numbers, { batchSize: 5, shuffle: true }))
    manualSeed(0)
    expect(epoch(new DataLoader(numbers, 5, true))).toEqual(shuffled)
  })

  it('samplers take what PyTorch’s take', () => {
    const sampler = new RandomSampler(numbers, true, 10, new Generator(0))
    expect([sampler.length, sampler.replacement]).toEqual([10, true])
    expect([...new WeightedRandomSampler([0, 2, 0], 3)]).toEqual([1, 1, 1])
    expect([...new WeightedRandomSampler([0, 2, 0], 1, false, new Generator(0))]).toEqual([1])
    expect([...new WeightedRandomSampler([0, 2, 0], { numSamples: 2 })]).toEqual([1, 1])
    expect([...new BatchSampler([0, 1, 2], 2, true)]).toEqual([[0, 1]])
    expect([...new BatchSampler([0, 1, 2], { batchSize: 2 })]).toEqual([[0, 1], [2]])
    expect(new SubsetRandomSampler([3, 4], new Generator(0)).length).toBe(2)
  })

  it('randomSplit takes a generator', () => {
    const indices = (parts: readonly Subset<number>[]): unknown => parts.map((part) => part.indices)
    const byName = randomSplit(numbers, [3, 2], { generator: new Generator(0) })
    expect(indices(randomSplit(numbers, [3, 2], new Generator(0)))).toEqual(indices(byName))
  })

  it('normalize takes mean and std', () => {
    const image = ones([1, 2, 2])
    const expected = transforms.normalize({ mean: 0.5, std: 0.25 })(image).toArray()
    expect(transforms.normalize(0.5, 0.25)(image).toArray()).toEqual(expected)
    expect(
      transforms
        .normalize([0.5], { std: [0.25] })(image)
        .toArray(),
    ).toEqual(expected)
    expect(expected).toEqual([
      [
        [2, 2],
        [2, 2],
      ],
    ])
  })
})

describe('arrays are datasets', () => {
  it('of numbers', () => {
    const loader = new DataLoader([1, 2, 3], 2)
    expectTypeOf(loader.first()).toEqualTypeOf<Tensor>()
    expect(epoch(loader)).toEqual([[1, 2], [3]])
    expect(loader.first().dtype).toBe('int64')
  })

  it('of pairs and objects', () => {
    const pairs: [Tensor, number][] = [
      [zeros([2]), 0],
      [ones([2]), 1],
    ]
    const [x, y] = new DataLoader(pairs, 2).first()
    expect([x.shape, y.dtype]).toEqual([[2, 2], 'int64'])
    const { point } = new DataLoader([{ point: [0.5, 1] }, { point: [1, 2] }], 2).first()
    expect(point.map(String)).toEqual(['tensor([0.5000, 1.0000], dtype=torch.float64)', 'tensor([1, 2])'])
  })

  it('in subsets, splits, concatenations and samplers', () => {
    const letters = ['a', 'b', 'c', 'd']
    expect(new Subset(letters, [2]).get(0)).toBe('c')
    expect(new ConcatDataset([letters, ['e']]).get(4)).toBe('e')
    expect(randomSplit(letters, [0.5, 0.5]).map(({ length }) => length)).toEqual([2, 2])
    expect([...new SequentialSampler(letters)]).toEqual([0, 1, 2, 3])
    expect([...new DataLoader(new Subset(letters, [0, 3]), 2)]).toEqual([['a', 'd']])
  })
})

describe('DataLoader.first', () => {
  it('draws as next(iter(loader)) does in PyTorch', () => {
    // PyTorch’s first batches of 4 of 10 after manual_seed(0).
    manualSeed(0)
    const loader = new DataLoader(new TensorDataset(arange(10)), 4, true)
    expect(loader.first()[0].toArray()).toEqual([6, 7, 1, 4])
    expect(loader.first()[0].toArray()).toEqual([2, 4, 7, 0])
  })

  it('refuses where there is no batch', () => {
    expect(() => new DataLoader([], 4).first()).toThrow(RangeError)
    expect(() => new DataLoader([], 4).first()).toThrow(
      'DataLoader.first: there is no batch in DataLoader(0 samples, batchSize=4)',
    )
  })
})

describe('numbers of a loader', () => {
  const of = (values: number[]): Dataset<[string, number]> => ({
    length: values.length,
    get: (index) => ['x', values[index] as number],
  })

  it('have the dtype of the first batch in all others', () => {
    const dtypes = Array.from(new DataLoader(of([0.5, 1, 2, 3]), 2), ([, y]) => y.dtype)
    expect(dtypes).toEqual(['float64', 'float64'])
    const loader = new DataLoader(of([0, 1, 1, 0]), 2)
    expect([...loader, ...loader].map(([, y]) => y.dtype)).toEqual(['int64', 'int64', 'int64', 'int64'])
  })

  it('are refused where they would be cut off', () => {
    for (const dataset of [of([0, 1, 0.5, 1]), new Subset(of([0, 1, 0.5, 1]), [0, 1, 2, 3])]) {
      expect(() => [...new DataLoader(dataset, 2)]).toThrow(TypeError)
      expect(() => [...new DataLoader(dataset, 2)]).toThrow(
        "DataLoader: the numbers at [1] were integers so far and became int64, but now there is 0.5; say what they should become, as { numberDtype: 'float32' }",
      )
    }
  })

  it('become what numberDtype says', () => {
    for (const dataset of [of([0, 1, 0.5, 1]), new Subset(of([0, 1, 0.5, 1]), [0, 1, 2, 3])]) {
      const batches = [...new DataLoader(dataset, 2, { numberDtype: 'float32' })]
      expect(batches.map(([, y]) => [y.dtype, y.toArray()])).toEqual([
        ['float32', [0, 1]],
        ['float32', [0.5, 1]],
      ])
    }
    expect(defaultCollate([0, 1], { numberDtype: 'float32' }).dtype).toBe('float32')
  })
})

describe('in print', () => {
  it.each([
    [new DataLoader(numbers, 2, true), 'DataLoader(5 samples, batchSize=2, shuffle=true)'],
    [new DataLoader(numbers, { dropLast: true }), 'DataLoader(5 samples, batchSize=1, dropLast=true)'],
    [
      new DataLoader(numbers, 2, false, new SubsetRandomSampler([1])),
      'DataLoader(5 samples, batchSize=2, sampler=SubsetRandomSampler)',
    ],
    [new DataLoader(numbers, { batchSampler: [[0]] }), 'DataLoader(5 samples, batchSampler=Array)'],
    [new TensorDataset(zeros([3, 2]), arange(3)), 'TensorDataset(3 samples of float32 [2], int64 [])'],
    [new Subset(numbers, [1]), 'Subset(1 of 5 samples)'],
    [new ConcatDataset([numbers, [7]]), 'ConcatDataset(6 samples of 2 datasets)'],
    [new SequentialSampler(numbers), 'SequentialSampler(5 samples)'],
    [new RandomSampler(numbers, true), 'RandomSampler(5 samples, replacement=true)'],
    [new SubsetRandomSampler([1]), 'SubsetRandomSampler(1 sample)'],
    [new WeightedRandomSampler([1, 2], 4), 'WeightedRandomSampler(4 samples of 2, replacement=true)'],
    [new BatchSampler([1, 2, 3], 2), 'BatchSampler(2 batches of 2)'],
  ])('%s is a line', (value, text) => {
    expect(inspect(value)).toBe(text)
    expect(String(value)).toBe(text)
  })
})

describe('what is no argument is refused by name', () => {
  const none = (value: unknown): never => value as never
  const more = (...values: unknown[]): [] => values as []
  const refused: readonly [string, () => unknown][] = [
    [
      "DataLoader: there is no option 'batch_size'; write batchSize",
      () => new DataLoader(numbers, none({ batch_size: 2 })),
    ],
    [
      "DataLoader: there is no option 'numWorkers'; it takes (dataset, batchSize, shuffle, sampler, batchSampler, {",
      () => new DataLoader(numbers, none({ numWorkers: 2 })),
    ],
    ["DataLoader: batchSize must be an integer, got '2'", () => new DataLoader(numbers, none('2'))],
    ['DataLoader: batchSize must be an integer, got 2.5', () => new DataLoader(numbers, 2.5)],
    ['DataLoader: shuffle must be true or false, got 1', () => new DataLoader(numbers, { shuffle: none(1) })],
    [
      'DataLoader: sampler must be a sampler, that is an array or an iterable object with a length, got 3',
      () => new DataLoader(numbers, { sampler: none(3) }),
    ],
    [
      'DataLoader: dataset must be a dataset, that is an array or an object with length and get(index), got a promise (is an await missing?)',
      () => new DataLoader(none(MNIST.load({ root: '/nowhere', download: false }).catch(() => {}))),
    ],
    ['DataLoader: dataset must be a dataset', () => new DataLoader(none({ get: () => 0 }))],
    ['DataLoader: dataset must be a dataset', () => new DataLoader(none({ length: 3 }))],
    ['DataLoader: dataset is missing', () => new DataLoader(none(undefined))],
    ['got a float32 tensor [3]', () => new DataLoader(none(zeros([3])))],
    ['Subset: dataset must be a dataset', () => new Subset(none(3), [0])],
    ["Subset: indices must be a list of integers, as [2, 3], got ['0']", () => new Subset(numbers, none(['0']))],
    ['ConcatDataset: datasets must be a list', () => new ConcatDataset(none(numbers))],
    [
      'TensorDataset: tensors must be tensors one after another, as (images, labels) or (...list), got [',
      () => new TensorDataset(none([zeros([2]), zeros([2])])),
    ],
    ["TensorDataset: there is no option 'device'", () => new TensorDataset(zeros([2]), none({ device: 'cpu' }))],
    ['randomSplit: lengths must be a list of numbers', () => randomSplit(numbers, none(3))],
    [
      "RandomSampler: there is no option 'num_samples'; write numSamples",
      () => new RandomSampler(numbers, none({ num_samples: 3 })),
    ],
    ['RandomSampler: numSamples must be an integer, got 1.5', () => new RandomSampler(numbers, false, 1.5)],
    ['WeightedRandomSampler: numSamples is missing', () => new WeightedRandomSampler([1, 2], none({}))],
    ['BatchSampler: batchSize is missing', () => new BatchSampler([1, 2], none({}))],
    ['SubsetRandomSampler: indices must be a list of integers', () => new SubsetRandomSampler(none(numbers))],
    [
      'compose: transforms must be a list of functions, as [toTensor(), normalize(0.5, 0.5)], got a function',
      () => transforms.compose(none(transforms.toTensor()), ...more(transforms.toTensor())),
    ],
    ['lambda: lambd must be a function, got 3', () => transforms.lambda(none(3))],
    ['normalize: std is missing', () => transforms.normalize(none(0.5))],
    ["normalize: there is no option 'inplace'", () => transforms.normalize(0.5, 0.5, none({ inplace: true }))],
    ['normalize: image must be a tensor, got 3', () => transforms.normalize(0.5, 0.5)(none(3))],
    ['toTensor: takes 0 arguments', () => transforms.toTensor(...more(1))],
    [
      'toTensor: image must be a tensor or pixels, as { data, width, height }, got 3',
      () => transforms.toTensor()(none(3)),
    ],
    ['parseIdx: bytes must be a Uint8Array', () => parseIdx(none('x'))],
    ['writeIdx: x must be a tensor', () => writeIdx(none([1]))],
    ['defaultCollate: batch must be a list of samples', () => defaultCollate(none(tensor([1])))],
  ]

  it.each(refused)('%s', (message, call) => {
    expect(call).toThrow(TypeError)
    expect(call).toThrow(message)
  })

  it.each([
    ["MNIST.load: there is no option 'Train'; write train", { Train: true }],
    ["MNIST.load: there is no option 'batch_size'; it takes (root, train", { batch_size: 2 }],
    ['MNIST.load: root must be text, got 3', { root: 3 }],
    ['MNIST.load: root must be text, got 7', 7],
  ])('%s', async (message, options) => {
    await expect(MNIST.load(options as never)).rejects.toThrow(message)
  })
})
