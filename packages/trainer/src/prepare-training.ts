import { DataLoader, type Dataset } from '@nn/data'
import { NLLLoss } from '@nn/nn'
import { kinds, manualSeed, signature, type Tensor } from '@nn/tensor'
import type { Architecture } from './architecture'
import { buildModel } from './build-model'
import { buildOptimizer, type OptimizerSettings } from './build-optimizer'
import type { Training } from './train-epoch'

/** All that decides which losses a training goes through. */
export interface TrainingSettings {
  readonly architecture: Architecture
  readonly optimizer: OptimizerSettings
  readonly batchSize: number
  /** Seed of all random numbers. */
  readonly seed: number
}

const takes = signature(
  'prepareTraining',
  {},
  {},
  {
    architecture: kinds.required(kinds.anything),
    optimizer: kinds.required(kinds.anything),
    batchSize: kinds.required(kinds.integer),
    seed: kinds.required(kinds.integer),
  },
)

/**
 * Makes a network ready to be trained, in the tutorials' order, so that the random numbers fall on the same things.
 *
 * @param trainset samples of an image and its label
 * @throws RangeError for settings out of range, and for a dataset without images.
 * @example
 * const trainset: Dataset<[Tensor, number]> = { length: 128, get: (index) => [rand([1, 28, 28]), index % 10] }
 * const architecture = { hidden: [128, 64], activation: 'relu', dropout: 0 } as const
 * const optimizer = { name: 'sgd', lr: 0.003 } as const
 * const training = prepareTraining({ architecture, optimizer, batchSize: 64, seed: 0 }, trainset)
 * training.trainloader.length // 2
 * training.model.parameters().length // 6
 */
export function prepareTraining(
  settings: TrainingSettings,
  trainset: Dataset<[Tensor, number]>,
  ...none: []
): Training {
  takes([], [settings, ...none])
  const { architecture, optimizer, batchSize, seed } = settings
  manualSeed(seed)
  const trainloader = new DataLoader(trainset, { batchSize, shuffle: true })
  const model = buildModel(architecture)
  return { model, criterion: new NLLLoss(), optimizer: buildOptimizer(model.parameters(), optimizer), trainloader }
}
