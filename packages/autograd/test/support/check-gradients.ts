import { cat, sin, type Tensor } from '@nn/tensor'
import { expect } from 'vitest'
import { enableGrad, grad, gradcheck } from '../../src/index'

export type TensorFunction = (...inputs: Tensor[]) => Tensor

/** Compares first and, where the first are not constant, second derivatives with finite differences. */
export function checkGradients(f: TensorFunction, inputs: readonly Tensor[]): void {
  const leaves = inputs.map((x) => x.detach().requiresGrad_())
  expect(gradcheck(f, leaves)).toBe(true)
  const gradients = (...points: Tensor[]): Tensor => enableGrad(() => firstGradients(f, points))
  if (gradients(...leaves).requiresGrad) expect(gradcheck(gradients, leaves)).toBe(true)
}

/** The gradients of a function that bends with the output, one after another; the inputs may know no graph. */
function firstGradients(f: TensorFunction, inputs: readonly Tensor[]): Tensor {
  const leaves = inputs.map((x) => (x.requiresGrad ? x : x.detach().requiresGrad_()))
  const gradients = grad(sin(f(...leaves)).sum(), leaves, { createGraph: true })
  return cat(gradients.map((x) => x.reshape(-1)))
}
