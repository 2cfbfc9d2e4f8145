import { describe, expect, it } from 'vitest'
import { chapterNumbers, type NetworkNumbers, runPasses } from '../../src/figures/chain-rule'
import { stagesOf } from '../../src/figures/chain-rule-stages'

/** ŷ and the loss, by hand. */
function byHand({ x, y, w1, b1, w2, b2, v1, v2, c }: NetworkNumbers): { out: number; loss: number } {
  const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z))
  const out = v1 * sigmoid(w1 * x + b1) + v2 * sigmoid(w2 * x + b2) + c
  return { out, loss: (out - y) ** 2 }
}

describe('runPasses', () => {
  it('gives the values and gradients that PyTorch gives for the chapter’s numbers', () => {
    const { values, gradients } = runPasses(chapterNumbers, 0.1)
    const expected = { b1: -0.348, b2: -1.3032, w1: -0.348, w2: -1.3032, v1: -2.9191, v2: -2.4229, c: -3.3142 }
    for (const [name, gradient] of Object.entries(expected)) {
      expect([name, gradients[name as 'w1'].toFixed(4)]).toEqual([name, gradient.toFixed(4)])
    }
    expect([values.out.toFixed(4), values.loss.toFixed(4)]).toEqual(['1.3429', '2.7459'])
  })

  it('gives gradients that finite differences agree with, for other numbers', () => {
    const numbers: NetworkNumbers = { x: -0.7, y: 0.4, w1: 0.3, b1: -0.2, w2: -1.5, b2: 0.8, v1: 1.2, v2: -0.6, c: 0.1 }
    const { values, gradients } = runPasses(numbers, 0.1)
    expect(values.loss).toBeCloseTo(byHand(numbers).loss, 5)
    for (const name of ['w1', 'b1', 'w2', 'b2', 'v1', 'v2', 'c'] as const) {
      const moved = (by: number): number => byHand({ ...numbers, [name]: numbers[name] + by }).loss
      expect(gradients[name]).toBeCloseTo((moved(1e-5) - moved(-1e-5)) / 2e-5, 4)
    }
  })

  it('gives local derivatives whose products are the gradients', () => {
    const { gradients, local } = runPasses(chapterNumbers, 0.1)
    expect(gradients.h2).toBeCloseTo(gradients.out * (local.out.h2 ?? 0), 6)
    expect(gradients.w2).toBeCloseTo(gradients.z2 * (local.z2.w2 ?? 0), 6)
    expect(local.loss.out).toBeCloseTo(2 * (byHand(chapterNumbers).out - chapterNumbers.y), 5)
  })

  it('makes a step against the gradient', () => {
    const { gradients, stepped } = runPasses(chapterNumbers, 0.1)
    expect(stepped.c).toBeCloseTo(chapterNumbers.c - 0.1 * gradients.c, 6)
    expect(stepped.w2).toBeCloseTo(2.1303, 4)
  })
})

describe('stagesOf', () => {
  const stages = stagesOf(chapterNumbers, runPasses(chapterNumbers, 0.1))

  it('knows more at every stage, and everything at the last', () => {
    const known = stages.map(({ values, gradients }) => values.size + gradients.size)
    expect(known).toEqual([...known].sort((a, b) => a - b))
    expect([stages[0]?.values.size, stages.at(-1)?.values.size, stages.at(-1)?.gradients.size]).toEqual([0, 6, 13])
  })

  it('says how each number was computed', () => {
    const lines = stages.flatMap((stage) => stage.lines)
    expect(lines).toContain('z₂ = w₂ x + b₂ = 2 · 1 + (−1) = 1')
    expect(lines).toContain('L = (ŷ − y)² = (1.3429 − 3)² = 2.7459')
    expect(lines).toContain('∂L/∂v₁ = ∂L/∂ŷ · ∂ŷ/∂v₁ = −3.3142 · 0.8808 = −2.9191')
    expect(lines).toContain('∂L/∂z₁ = ∂L/∂h₁ · ∂h₁/∂z₁ = −3.3142 · 0.105 = −0.348')
  })
})
