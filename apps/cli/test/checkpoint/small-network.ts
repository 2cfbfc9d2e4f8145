import { buildModel, type Checkpoint } from '@nn/trainer'

export function smallNetwork(): Checkpoint {
  const architecture = { hidden: [12, 7], activation: 'relu', dropout: 0.25 } as const
  return { model: buildModel(architecture), architecture, normalization: { mean: 0.1307, std: 0.3081 } }
}
