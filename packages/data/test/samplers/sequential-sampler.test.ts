import { expect, it } from 'vitest'
import { SequentialSampler } from '../../src/index'

it('SequentialSampler counts', () => {
  const sampler = new SequentialSampler({ length: 4 })
  expect([...sampler]).toEqual([0, 1, 2, 3])
  expect(sampler.length).toBe(4)
})
