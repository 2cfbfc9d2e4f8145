import { expect, test } from 'vitest'
import { takeBatches } from '../../src/workload/take-batches'

test('takeBatches(loader, steps) stops within an epoch', () => {
  expect([...takeBatches(['a', 'b', 'c'], 2)]).toEqual(['a', 'b'])
})

test('takeBatches(loader, steps) goes on with the next epoch', () => {
  expect([...takeBatches(['a', 'b'], 5)]).toEqual(['a', 'b', 'a', 'b', 'a'])
})
