import { expect, test } from 'vitest'
import { explainDivergence } from '../../../src/playground/settings/explain-divergence'
import { defaultSettings, type Settings } from '../../../src/playground/settings/settings'

function explain(changes: Partial<Settings>): string {
  return explainDivergence({ loss: Number.NaN, epoch: 2, step: 17 }, { ...defaultSettings, ...changes })
}

test('explainDivergence says what happened, and when', () => {
  expect(explain({ lr: 10 })).toMatch(/^Training stopped: the loss became NaN in epoch 2, step 17\. The likely cause/)
})

test('explainDivergence tells how far the loss ran', () => {
  const text = explainDivergence({ loss: 3.21e12, epoch: 1, step: 5 }, { ...defaultSettings, lr: 10 })
  expect(text).toMatch(/^Training stopped: the loss grew to 3\.2e\+12 in epoch 1, step 5\./)
})

test('explainDivergence finds the learning rate too large', () => {
  expect(explain({ lr: 30 })).toContain('learning rate: 30 is 10000 times what sgd is usually begun with, 0.003')
  expect(explain({ optimizer: 'adam', lr: 1000 })).toContain('1000000 times what adam is usually begun with, 0.001')
  expect(explain({ lr: 30, momentum: 0.9 })).toContain('The likely cause is the learning rate')
})

test('explainDivergence finds the momentum too large for a small learning rate', () => {
  expect(explain({ lr: 0.05, momentum: 0.99 })).toContain('with 0.99, steps add up to 100 times the learning rate')
  expect(explain({ momentum: 1 })).toContain('with 1, steps add up to ever more than the learning rate')
})

test('explainDivergence finds a weight decay under which weights flip', () => {
  expect(explain({ lr: 0.5, weightDecay: 4 })).toContain('learning rate × weight decay = 2 times a weight')
})
