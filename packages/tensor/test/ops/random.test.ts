import { bernoulli_, empty, manualSeed, normal_, type Tensor } from '@nn/tensor'
import { beforeEach, describe, expect, it } from 'vitest'

beforeEach(() => {
  manualSeed(0)
})

function expectClose(x: Tensor, expected: readonly number[]): void {
  for (const [i, value] of x.toTypedArray().entries()) expect(value).toBeCloseTo(expected[i] as number, 4)
}

describe('random numbers come in the order in which the elements lie in memory, as PyTorch’s do', () => {
  it('from the uniform distribution', () => {
    expectClose(empty([3, 2]).t().uniform_(), [0.4963, 0.0885, 0.3074, 0.7682, 0.132, 0.6341])
  })

  it('of 0 and 1', () => {
    expectClose(bernoulli_(empty([2, 2, 2]).permute(1, 2, 0), 0.5), [0, 0, 0, 0, 1, 1, 0, 1])
  })

  it('from the normal distribution, between elements that stay as they are', () => {
    expectClose(normal_(empty([2, 4]).at(':', '::2').t()), [1.541, -2.1788, -0.2934, 0.5684])
  })
})
