import { expect, test } from 'vitest'
import { fillMarkers } from '../../src/report/fill-markers'

const page = 'before\n<!-- bench:epoch -->\nold\nolder\n<!-- /bench -->\nafter\n'

test('fillMarkers(page, texts) replaces what stands between the markers', () => {
  const filled = 'before\n<!-- bench:epoch -->\n\nnew\n\n<!-- /bench -->\nafter\n'
  expect(fillMarkers(page, { epoch: 'new' })).toBe(filled)
  expect(fillMarkers(filled, { epoch: 'new' })).toBe(filled)
})

test('fillMarkers(page, texts) refuses a marker that no text belongs to', () => {
  expect(() => fillMarkers(page, { step: 'new' })).toThrow('no table epoch; there are step')
})
