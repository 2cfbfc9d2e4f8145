import { describe, expect, it } from 'vitest'
import { Descent, type DescentSettings } from '../../src/figures/descent'
import { type LossSurface, lossSurfaces } from '../../src/figures/loss-surfaces'

const { valley, rosenbrock, neuron, layers } = lossSurfaces

function descend(surface: LossSurface, settings: Partial<DescentSettings>, steps: number): Descent {
  const descent = new Descent(
    surface,
    { optimizer: 'SGD', learningRate: 0.05, momentum: 0, ...settings },
    surface.start,
  )
  for (let i = 0; i < steps; i++) descent.step()
  return descent
}

describe('Descent', () => {
  it('steps against the gradient', () => {
    // The gradient of (u² + 25 v²) / 2 is (u, 25 v).
    const { path } = descend(valley, { learningRate: 0.02 }, 1)
    expect(path[0]).toEqual({ x: -4.5, y: 1, loss: (4.5 ** 2 + 25) / 2 })
    expect(path[1]?.x).toBeCloseTo(-4.5 + 0.02 * 4.5, 12)
    expect(path[1]?.y).toBeCloseTo(1 - 0.02 * 25, 12)
  })

  it('keeps a part of the last step with momentum', () => {
    const [, first, second] = descend(valley, { learningRate: 0.02, momentum: 0.5 }, 2).path
    expect(second?.x).toBeCloseTo((first?.x ?? 0) + 0.02 * (-(first?.x ?? 0) + 0.5 * 4.5), 12)
  })

  it('takes first steps of the learning rate with Adam, whatever the slope', () => {
    const [, first] = descend(valley, { optimizer: 'Adam', learningRate: 0.1 }, 1).path
    expect([first?.x, first?.y].map((value) => Number(value?.toFixed(6)))).toEqual([-4.4, 0.9])
  })

  it('diverges above 2 / curvature, and says so', () => {
    expect(descend(valley, { learningRate: 0.079 }, 1000).hasDiverged).toBe(false)
    expect(descend(valley, { learningRate: 0.081 }, 1000).hasDiverged).toBe(true)
    expect(descend(rosenbrock, { learningRate: 0.1 }, 10).hasDiverged).toBe(true)
  })

  it('comes to rest at a minimum', () => {
    const descent = descend(valley, {}, 400)
    expect(descent.isStill).toBe(true)
    expect(descent.here.loss).toBeLessThan(1e-6)
    expect(descend(valley, {}, 3).isStill).toBe(false)
  })

  it.each([neuron, valley, layers, rosenbrock])('goes down from the start of: $name', (surface) => {
    const { path } = descend(surface, { learningRate: surface.learningRate }, 50)
    expect(path.at(-1)?.loss).toBeLessThan((path[0]?.loss ?? 0) / 2)
  })
})
