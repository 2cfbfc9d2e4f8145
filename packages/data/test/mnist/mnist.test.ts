import { type Tensor, tensor } from '@nn/tensor'
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { DataLoader, MNIST, transforms } from '../../src/index'

const { compose, lambda, normalize, toTensor } = transforms

describe('MNIST', () => {
  const transform = compose([toTensor(), normalize([0.1307], [0.3081])])
  let trainset: MNIST
  let testset: MNIST

  beforeAll(async () => {
    trainset = await MNIST.load({ transform })
    testset = await MNIST.load({ train: false, transform })
  })

  it('has 60,000 images to train on and 10,000 to test with', () => {
    expect([trainset.length, testset.length]).toEqual([60_000, 10_000])
    expect(trainset.images.shape).toEqual([60_000, 28, 28])
    expect(trainset.images.dtype).toBe('uint8')
    expect(trainset.targets.shape).toEqual([60_000])
    expect(trainset.targets.dtype).toBe('int64')
  })

  it('begins with 5, 0, 4, 1, 9, and its test set with 7, 2, 1, 0, 4', () => {
    expect(trainset.targets.at(':5').toArray()).toEqual([5, 0, 4, 1, 9])
    expect(testset.targets.at(':5').toArray()).toEqual([7, 2, 1, 0, 4])
  })

  it('has the mean 0.1307 and the deviation 0.3081 that everyone normalises by', () => {
    const counts = new Float64Array(256)
    for (const byte of trainset.images.storage.data) counts[byte]!++
    const moment = (power: number): number =>
      counts.reduce((total, count, byte) => total + count * (byte / 255) ** power, 0) / (60_000 * 784)
    expect(moment(1)).toBeCloseTo(0.1307, 4)
    expect(Math.sqrt(moment(2) - moment(1) ** 2)).toBeCloseTo(0.3081, 4)
  })

  it('gives an image, transformed, and its label', () => {
    const [image, label] = trainset.get(0)
    expect(image.shape).toEqual([1, 28, 28])
    expect(image.dtype).toBe('float32')
    expect(label).toBe(5)
    expect(trainset.classes[label]).toBe('5 - five')
    expect(trainset.get(-1)[0].toArray()).toEqual(trainset.get(59_999)[0].toArray())
  })

  it('gives batches of float32 [B, 1, 28, 28] and int64 [B]', () => {
    const [batch] = new DataLoader(trainset, { batchSize: 64 })
    const [images, labels] = batch!
    expectTypeOf(images).toEqualTypeOf<Tensor>()
    expect([images.shape, images.dtype]).toEqual([[64, 1, 28, 28], 'float32'])
    expect([labels.shape, labels.dtype]).toEqual([[64], 'int64'])
  })

  const indices = [59_999, 0, 31_415, 0, -2]
  it.each<[string, () => Promise<MNIST<unknown, unknown>>]>([
    ['an elementwise transform', () => MNIST.load({ transform })],
    ['no transform', () => MNIST.load()],
    ["a function of the user's own", () => MNIST.load({ transform: (image) => image.float().mean(0) })],
    [
      'an elementwise function of the user',
      () =>
        MNIST.load({
          transform: compose([toTensor(), lambda((x: Tensor) => x.gt(0.5).float(), { elementwise: true })]),
        }),
    ],
    ['a transform to something else', () => MNIST.load({ transform: (image) => image.float().mean().item() })],
    ['a transform of the label', () => MNIST.load({ transform, targetTransform: (label) => label / 2 })],
  ])('makes the same batch of several samples as of each alone: %s', async (_, load) => {
    const dataset = await load()
    const samples = indices.map((index) => dataset.get(index) as [Tensor | number, number])
    const [images, targets] = dataset.getBatch(indices) as unknown as [Tensor, Tensor]
    expect(targets.toArray()).toEqual(samples.map(([, target]) => target))
    expect(images.toArray()).toEqual(samples.map(([image]) => (typeof image === 'number' ? image : image.toArray())))
    expect(images.dtype).toBe(typeof samples[0]![0] === 'number' ? 'float64' : samples[0]![0].dtype)
  })

  it('makes a batch of ragged images an error', async () => {
    const dataset = await MNIST.load({
      train: false,
      transform: (image) => tensor(Array(image.sum().item() % 7).fill(0)),
    })
    expect(() => dataset.getBatch([0, 1, 2, 3])).toThrow(/^stack: expects each tensor to be equal size/)
  })

  it('refuses an index outside', () => {
    expect(() => trainset.get(60_000)).toThrow('get: index 60000 is out of range for a dataset of 60000 samples')
    expect(() => trainset.getBatch([0, -60_001])).toThrow(
      'getBatch: index -60001 is out of range for a dataset of 60000 samples',
    )
  })
})
