import type { TrainingSettings } from '@nn/trainer'
import type { Settings } from './settings'

/** The settings as the trainer takes them. */
export function trainingSettings(settings: Settings): TrainingSettings {
  const { hidden, activation, dropout, optimizer: name, lr, momentum, weightDecay, batchSize, seed } = settings
  return {
    architecture: { hidden, activation, dropout },
    optimizer: { name, lr, weightDecay, ...(name === 'sgd' ? { momentum } : {}) },
    batchSize,
    seed,
  }
}
