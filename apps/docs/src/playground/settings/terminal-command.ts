import { defaultSettings, type Settings, usualRates } from './settings'

/** The command that does the same in a terminal. Flags that would change nothing are left out. */
export function terminalCommand(settings: Settings): string {
  const { hidden, activation, dropout, optimizer, lr, momentum, weightDecay, batchSize, epochs, seed } = settings
  const usual = { ...defaultSettings, ...usualRates[optimizer] }
  const flags = [
    flag('epochs', epochs, usual.epochs),
    flag('batch-size', batchSize, usual.batchSize),
    flag('optimizer', optimizer, usual.optimizer),
    flag('lr', lr, usual.lr),
    optimizer === 'sgd' ? flag('momentum', momentum, usual.momentum) : '',
    flag('weight-decay', weightDecay, usual.weightDecay),
    flag('hidden', hidden.join(',') || 'none', usual.hidden.join(',')),
    flag('activation', activation, usual.activation),
    flag('dropout', dropout, usual.dropout),
    flag('seed', seed, usual.seed),
  ]
  return ['nn train mnist', ...flags.filter((text) => text !== '')].join(' ')
}

function flag<Value extends string | number>(name: string, value: Value, usual: Value): string {
  return value === usual ? '' : `--${name} ${value}`
}
