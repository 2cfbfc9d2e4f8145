import { describe, expect, it } from 'vitest'
import { OverfittingRun, type Regularization } from '../../src/figures/overfitting-run'

function run(settings: Partial<Regularization>, steps: number): OverfittingRun {
  const made = new OverfittingRun({ dropout: 0, weightDecay: 0, ...settings })
  for (let i = 0; i < steps; i++) made.step()
  return made
}

const last = (values: readonly number[]): number => values.at(-1) as number

describe('OverfittingRun', () => {
  it('starts with the points and a curve, before any step', () => {
    const { points, curve, train, best } = run({}, 0)
    expect([points.length, curve.length, train.length, best.step]).toEqual([24, 61, 0, 0])
  })

  it('meets the points better and better, and then the sine worse', () => {
    const { train, validation, best } = run({}, 300)
    expect(last(train)).toBeLessThan(0.05)
    expect(best.step).toBeLessThan(150)
    expect(last(validation)).toBeGreaterThan(2 * (validation[best.step - 1] as number))
    expect(Math.min(...validation)).toBe(validation[best.step - 1])
  }, 60_000)

  it('stays nearer to the sine with weight decay or dropout', () => {
    const plain = last(run({}, 300).validation)
    expect(last(run({ weightDecay: 0.01 }, 300).validation)).toBeLessThan(plain)
    expect(last(run({ dropout: 0.3 }, 300).validation)).toBeLessThan(plain)
  }, 60_000)

  it('gives the same losses again', () => {
    expect(run({ dropout: 0.3 }, 5).train).toEqual(run({ dropout: 0.3 }, 5).train)
  })
})
