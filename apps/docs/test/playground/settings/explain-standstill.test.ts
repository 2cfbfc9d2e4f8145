import { expect, test } from 'vitest'
import { explainStandstill } from '../../../src/playground/settings/explain-standstill'
import { defaultSettings } from '../../../src/playground/settings/settings'

test('explainStandstill has nothing to say about a network that has learned something', () => {
  expect(explainStandstill(0.7, defaultSettings)).toBe('')
})

test('explainStandstill blames steps that are larger than usual', () => {
  expect(explainStandstill(0.1, { ...defaultSettings, lr: 3 })).toContain('learning rate: 3 is 1000 times')
})

test('explainStandstill suggests patience where they are not', () => {
  expect(explainStandstill(0.1, { ...defaultSettings, activation: 'sigmoid' })).toContain('more epochs')
})
