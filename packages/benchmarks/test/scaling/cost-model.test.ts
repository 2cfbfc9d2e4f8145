import { describe, expect, test } from 'vitest'
import { costOf, type MachineFigures } from '../../src/scaling/cost-model'

const figures: MachineFigures = { matmul: [{ size: 64, speed: 1e9 }], bandwidth: 1e8, overhead: 1e-6 }

describe('costOf(workload, figures)', () => {
  const layer = { widths: [20, 10], batch: 5, optimizer: 'sgd' } as const
  const network = { widths: [20, 30, 10], batch: 5, optimizer: 'sgd' } as const

  test('counts weights and biases', () => {
    expect(costOf(network, figures).parameters).toBe(20 * 30 + 30 + 30 * 10 + 10)
    // 784-4096-4096-10, as PyTorch counts it.
    expect(costOf({ ...network, widths: [784, 4096, 4096, 10] }, figures).parameters).toBe(20_037_642)
  })

  test('counts a product forward and two backward, but none for the gradient of the input', () => {
    expect(costOf(layer, figures).flops).toBe(2 * (2 * 5 * 20 * 10))
    expect(costOf(network, figures).flops).toBe(2 * (2 * 5 * 20 * 30) + 3 * (2 * 5 * 30 * 10))
  })

  test('is the sum of its parts', () => {
    const cost = costOf(network, figures)
    expect(cost.matmulTime).toBeCloseTo(cost.flops / 1e9, 15)
    expect(cost.elementwiseTime).toBeCloseTo((4 * (5 * 150 + 3 * 940)) / 1e8, 15)
    expect(cost.overheadTime).toBeCloseTo(20e-6, 15)
    expect(cost.time).toBe(cost.matmulTime + cost.elementwiseTime + cost.overheadTime)
  })

  test('keeps gradients beside the parameters, and with Adam two moments', () => {
    const difference = costOf({ ...network, optimizer: 'adam' }, figures).memory - costOf(network, figures).memory
    expect(difference).toBe(2 * 4 * 940)
  })

  test('takes the speed of a product from between the measured sizes', () => {
    const matmul = [
      { size: 16, speed: 1e9 },
      { size: 64, speed: 3e9 },
    ]
    const timeOf = (side: number): number => {
      const workload = { widths: [side, side], batch: side, optimizer: 'sgd' } as const
      return costOf(workload, { ...figures, matmul }).matmulTime / (4 * side ** 3)
    }
    expect(1 / timeOf(8)).toBeCloseTo(1e9, 0)
    expect(1 / timeOf(32)).toBeCloseTo(2e9, 0)
    expect(1 / timeOf(128)).toBeCloseTo(3e9, 0)
  })

  test('refuses to guess without a measured product', () => {
    expect(() => costOf(layer, { ...figures, matmul: [] })).toThrow('no speed of a matrix product')
  })
})
