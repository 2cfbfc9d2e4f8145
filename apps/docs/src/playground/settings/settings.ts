import type { ActivationName, OptimizerSettings } from '@nn/trainer'

export type OptimizerName = OptimizerSettings['name']

/** All that the reader chooses. Together with the data it decides every loss. */
export interface Settings {
  /** Sizes of the hidden layers. */
  readonly hidden: readonly number[]
  readonly activation: ActivationName
  readonly dropout: number
  readonly optimizer: OptimizerName
  readonly lr: number
  /** Counts for sgd only. */
  readonly momentum: number
  readonly weightDecay: number
  readonly batchSize: number
  readonly epochs: number
  readonly seed: number
}

/** The tutorials' choice, which is also what `nn train mnist` does without flags. */
export const defaultSettings: Settings = {
  hidden: [128, 64],
  activation: 'relu',
  dropout: 0,
  optimizer: 'sgd',
  lr: 0.003,
  momentum: 0,
  weightDecay: 0,
  batchSize: 64,
  epochs: 5,
  seed: 0,
}

/** What each optimizer is usually begun with. */
export const usualRates: Readonly<Record<OptimizerName, Pick<Settings, 'lr' | 'weightDecay'>>> = {
  sgd: { lr: 0.003, weightDecay: 0 },
  adam: { lr: 0.001, weightDecay: 0 },
  adamw: { lr: 0.001, weightDecay: 0.01 },
}
