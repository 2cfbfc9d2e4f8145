import { describe, expect, it } from 'vitest'
import { createMnist } from '../../src/mnist/create-mnist'

const { mnist, fashionMnist } = createMnist({
  mnist: {},
  fashionMnist: async () => {
    throw new Error('none here')
  },
})

describe('createMnist', () => {
  it('gives digits from -1 to 1, as many as asked for', async () => {
    const testset = await mnist({ train: false, limit: 10 })
    const [image, label] = testset.get(0)
    expect(testset.length).toBe(10)
    expect(image.shape).toEqual([1, 28, 28])
    expect([image.min().item(), image.max().item(), label]).toEqual([-1, 1, 7])
  })

  it('gives all of them by default', async () => {
    expect((await mnist({ train: false })).length).toBe(10_000)
  })

  it('says so where there is no such data set', async () => {
    await expect(fashionMnist({ train: true })).rejects.toThrow('none here')
  })
})
