import { type Shape, type Tensor, tensor } from '@nn/tensor'
import { expect, it } from 'vitest'
import { gradcheck, gradgradcheck } from '../../src/index'

/** What an op computes, and the shapes of the inputs that get gradients. */
export type GradientCase = readonly [name: string, fn: (a: Tensor, b: Tensor, c: Tensor) => Tensor, ...shapes: Shape[]]

/** A leaf of values that look random, between 0.5 and 2. */
function leaf(...shape: number[]): Tensor {
  const count = shape.reduce((n, size) => n * size, 1)
  const values = Array.from({ length: count }, (_, i) => 1.25 + 0.75 * Math.sin(i * 12.9898 + count))
  return tensor(values, { dtype: 'float64' }).view(shape).detach().requiresGrad_()
}

/** A test for each case: first and second derivatives agree with finite differences. */
export function itHasRightGradients(cases: readonly GradientCase[]): void {
  for (const [name, fn, ...shapes] of cases) {
    it(name, () => {
      const inputs = shapes.map((shape) => leaf(...shape))
      const called = fn as (...points: Tensor[]) => Tensor
      expect(gradcheck(called, inputs)).toBe(true)
      // The square bends what is linear, so that second derivatives have something to find.
      expect(gradgradcheck((...points) => called(...points).square(), inputs)).toBe(true)
    })
  }
}
