import { expect, test } from 'vitest'
import { LossCurve } from '../../../src/playground/session/loss-curve'

test('LossCurve takes the mean of as many steps for each point, and the rest at the end of the epoch', () => {
  const curve = new LossCurve(60, 2)
  for (let step = 1; step <= 60; step++) curve.add(step)
  const points = curve.take()
  expect(points).toHaveLength(30)
  expect(points[0]).toEqual({ epoch: 2 + 2 / 60, loss: 1.5 })
  expect(points.at(-1)).toEqual({ epoch: 3, loss: 59.5 })
})

test('LossCurve has a point for each step of a short epoch', () => {
  const curve = new LossCurve(3, 0)
  curve.add(5)
  expect(curve.take()).toEqual([{ epoch: 1 / 3, loss: 5 }])
  expect(curve.take()).toEqual([])
  curve.add(4)
  curve.add(3)
  expect(curve.take()).toEqual([
    { epoch: 2 / 3, loss: 4 },
    { epoch: 1, loss: 3 },
  ])
})
