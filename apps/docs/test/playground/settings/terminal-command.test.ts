import { expect, test } from 'vitest'
import { defaultSettings } from '../../../src/playground/settings/settings'
import { terminalCommand } from '../../../src/playground/settings/terminal-command'

test('terminalCommand names only what differs from the defaults of the command', () => {
  expect(terminalCommand(defaultSettings)).toBe('nn train mnist')
  expect(terminalCommand({ ...defaultSettings, optimizer: 'adamw', lr: 0.001, weightDecay: 0.01 })).toBe(
    'nn train mnist --optimizer adamw',
  )
  expect(terminalCommand({ ...defaultSettings, hidden: [], momentum: 0.9, weightDecay: 0.1, seed: 3 })).toBe(
    'nn train mnist --momentum 0.9 --weight-decay 0.1 --hidden none --seed 3',
  )
})

test('terminalCommand leaves momentum out where the optimizer has none', () => {
  const settings = { ...defaultSettings, optimizer: 'adam', lr: 0.001, momentum: 0.9 } as const
  expect(terminalCommand(settings)).toBe('nn train mnist --optimizer adam')
})
