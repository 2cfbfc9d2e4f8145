import { arange, defaultGenerator, Generator, manualSeed, rand, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, expectTypeOf, it, vi } from 'vitest'
import { DataLoader, type Dataset, SubsetRandomSampler, TensorDataset } from '../src/index'
import { pytorch, pytorchLoaders } from './support/fixture'
import { nextWords } from './support/next-words'

/** The batches of an epoch as plain numbers. */
function epoch(loader: DataLoader<[Tensor]>): unknown {
  return Array.from(loader, ([batch]) => batch.toArray())
}

const squares: Dataset<[number, number]> = { length: 5, get: (index) => [index, index ** 2] }

describe('DataLoader', () => {
  it.each(pytorchLoaders)(
    'visits $n samples in PyTorch order for seed $seed: batch_size $batch_size, shuffle $shuffle, drop_last $drop_last',
    ({ seed, n, batch_size: batchSize, shuffle = false, drop_last: dropLast = false, epochs, rand_after: after }) => {
      manualSeed(seed)
      const loader = new DataLoader(new TensorDataset(arange(n)), { batchSize, shuffle, dropLast })
      expect([epoch(loader), epoch(loader)]).toEqual(epochs)
      expect(loader.length).toBe(epochs[0].length)
      expect(rand([3]).toArray()).toEqual(after.data.map((x) => Math.fround(x as number)))
    },
  )

  it.each(pytorch.loaders)(
    'draws from a given generator as PyTorch does for seed $seed: shuffle $shuffle, dropLast $dropLast',
    ({ seed, shuffle, dropLast, length, epochs, next, nextOfGenerator }) => {
      manualSeed(seed)
      const generator = new Generator(seed)
      const loader = new DataLoader(new TensorDataset(arange(23)), { batchSize: 5, shuffle, dropLast, generator })
      expect([epoch(loader), epoch(loader)]).toEqual(epochs)
      expect(loader.length).toBe(length)
      expect(nextWords(defaultGenerator)).toEqual(next)
      expect(nextWords(generator)).toEqual(nextOfGenerator)
    },
  )

  it('collates samples, typed as the dataset has them', () => {
    const [first] = new DataLoader(squares, { batchSize: 3 })
    expectTypeOf(first).toEqualTypeOf<[Tensor, Tensor] | undefined>()
    expect(first?.map(String)).toEqual(['tensor([0, 1, 2])', 'tensor([0, 1, 4])'])
  })

  it('gives batches of one sample unless asked for more', () => {
    expect(epoch(new DataLoader(new TensorDataset(arange(2))))).toEqual([[0], [1]])
  })

  it('takes a collateFn, whose result is the batch', () => {
    const loader = new DataLoader(squares, {
      batchSize: 3,
      collateFn: (samples) => samples.map(([, y]) => y).join('+'),
    })
    expectTypeOf(loader).toExtend<Iterable<string>>()
    expect([...loader]).toEqual(['0+1+4', '9+16'])
  })

  it('asks the dataset for whole batches where it can make them', () => {
    const asked: (readonly number[])[] = []
    const dataset: Dataset<number> = {
      length: 3,
      get: () => expect.unreachable(),
      getBatch(indices) {
        asked.push(indices)
        return tensor(indices)
      },
    }
    expect([...new DataLoader(dataset, { batchSize: 2 })]).toHaveLength(2)
    expect(asked).toEqual([[0, 1], [2]])
  })

  it('asks for single samples where the user collates', () => {
    const dataset: Dataset<number> = { length: 2, get: (index) => 10 * index, getBatch: () => expect.unreachable() }
    expect([...new DataLoader(dataset, { batchSize: 2, collateFn: (samples) => samples })]).toEqual([[0, 10]])
  })

  it('follows a sampler, or a list of indices', () => {
    const sampler = new SubsetRandomSampler([1, 3])
    const loader = new DataLoader(squares, { sampler, batchSize: 2 })
    expect(loader.length).toBe(1)
    expect(Array.from(loader, ([x]) => x.sum().item())).toEqual([4])
    expect(Array.from(new DataLoader(squares, { sampler: [4, 0] }), ([, y]) => y.item())).toEqual([16, 0])
  })

  it('follows a batch sampler', () => {
    const loader = new DataLoader(squares, { batchSampler: [[4], [0, 2]] })
    expect(loader.batchSize).toBeNull()
    expect(loader.length).toBe(2)
    expect(Array.from(loader, ([x]) => x.toArray())).toEqual([[4], [0, 2]])
  })

  it('can be waited for', async () => {
    const sums: number[] = []
    for await (const [x] of new DataLoader(squares, { batchSize: 3 })) sums.push(x.sum().item())
    expect(sums).toEqual([3, 7])
  })

  it('lets the event loop turn now and then while it is waited for', async () => {
    const now = vi.spyOn(performance, 'now')
    const order: string[] = []
    setImmediate(() => order.push('an event'))
    for await (const [x] of new DataLoader(squares, { batchSize: 2 })) {
      order.push(`${x.toArray()}`)
      // Much time has gone by.
      now.mockReturnValue(1e9)
    }
    expect(order).toEqual(['0,1', 'an event', '2,3', '4'])
    vi.restoreAllMocks()
  })

  it('can be left in the middle and begun again', () => {
    const loader = new DataLoader(squares, { batchSize: 2 })
    for (const [x] of loader) {
      expect(x.toArray()).toEqual([0, 1])
      break
    }
    expect([...loader]).toHaveLength(3)
  })

  it.each([0, -1])('refuses a batchSize of %d', (batchSize) => {
    expect(() => new DataLoader(squares, { batchSize })).toThrow(
      new RangeError(`DataLoader: batchSize must be a positive integer, got ${batchSize}`),
    )
  })

  it('refuses to shuffle an empty dataset, and gives no batch of it else', () => {
    const empty: Dataset<number> = { length: 0, get: () => 0 }
    expect(() => new DataLoader(empty, { shuffle: true })).toThrow(/^RandomSampler: the dataset is empty/)
    expect([...new DataLoader(empty)]).toEqual([])
  })

  it('refuses options that exclude each other', () => {
    const sampler = [0]
    expect(() => new DataLoader(squares, { sampler, shuffle: true })).toThrow(/sampler and shuffle exclude each other/)
    const batchSampler = [[0]]
    for (const other of [{ batchSize: 2 }, { shuffle: true }, { sampler }, { dropLast: true }]) {
      expect(() => new DataLoader(squares, { batchSampler, ...other })).toThrow(/batchSampler excludes batchSize/)
    }
  })
})
