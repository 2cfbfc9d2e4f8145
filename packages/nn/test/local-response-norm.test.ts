import { LocalResponseNorm } from '@nn/nn'
import { arange } from '@nn/tensor'
import { expect, it } from 'vitest'

it('LocalResponseNorm gives what PyTorch gives', () => {
  const layer = new LocalResponseNorm(3, { alpha: 0.5, beta: 0.5, k: 2 })
  const y = layer.forward(arange(1, 7).float().reshape([1, 3, 2])).reshape(-1)
  const expected = [0.522233, 0.8660254, 1.0718844, 1.1881771, 1.8057878, 1.8371172]
  expected.forEach((value, i) => {
    expect(y.at(i).item()).toBeCloseTo(value, 5)
  })
})

it('LocalResponseNorm prints as PyTorch prints it', () => {
  expect(String(new LocalResponseNorm(2))).toBe('LocalResponseNorm(2, alpha=0.0001, beta=0.75, k=1.0)')
})
