import { type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { type PixelImage, type Transform, transforms } from '../../src/index'

const { compose, lambda, normalize, toTensor } = transforms

describe('compose', () => {
  it('applies transforms one after another, typed from end to end', () => {
    const transform = compose([toTensor(), normalize([0.5], [0.5]), lambda((x: Tensor) => x.sum().item())])
    expectTypeOf(transform).toEqualTypeOf<Transform<Tensor | PixelImage, number>>()
    expect(transform(zeros([2, 2], { dtype: 'uint8' }))).toBe(-4)
  })

  it('takes plain functions', () => {
    const double = (x: Tensor): Tensor => x.mul(2)
    expect(compose([toTensor(), double, double, double])(tensor([[51]], { dtype: 'uint8' })).item()).toBe(
      Math.fround(0.2) * 8,
    )
  })
})
