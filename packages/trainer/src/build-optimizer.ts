import type { Parameter } from '@nn/nn'
import { Adam, AdamW, type Optimizer, SGD } from '@nn/optim'
import { kinds, signature } from '@nn/tensor'

export const optimizerNames = ['sgd', 'adam', 'adamw'] as const

/** Which optimizer, and its settings; where one is left out, PyTorch's default holds. */
export interface OptimizerSettings {
  readonly name: (typeof optimizerNames)[number]
  readonly lr: number
  /** Only of sgd. */
  readonly momentum?: number
  readonly weightDecay?: number
}

const takes = signature(
  'buildOptimizer',
  {},
  {},
  {
    name: kinds.required(kinds.oneOf(...optimizerNames)),
    lr: kinds.required(kinds.number),
    momentum: kinds.number,
    weightDecay: kinds.number,
  },
)

/**
 * The optimizer of these settings.
 *
 * @throws RangeError for settings out of range.
 * @example
 * const model = buildModel({ hidden: [128, 64], activation: 'relu', dropout: 0 })
 * buildOptimizer(model.parameters(), { name: 'adam', lr: 0.001 }).paramGroups[0].lr // 0.001
 */
export function buildOptimizer(
  parameters: Parameter[],
  settings: OptimizerSettings,
  ...none: []
): Optimizer<{ lr: number }> {
  const { name, ...options } = takes([], [settings, ...none])
  switch (name) {
    case 'sgd':
      return new SGD(parameters, options)
    case 'adam':
      return new Adam(parameters, options)
    case 'adamw':
      return new AdamW(parameters, options)
  }
}

/**
 * An optimizer in a few words.
 *
 * @example
 * describeOptimizer({ name: 'sgd', lr: 0.003, momentum: 0.9 }) // 'sgd, lr 0.003, momentum 0.9'
 */
export function describeOptimizer(settings: OptimizerSettings, ...none: []): string {
  const { name, lr, momentum, weightDecay } = takes([], [settings, ...none], 'describeOptimizer')
  const parts = [name, `lr ${lr}`]
  if (momentum !== undefined) parts.push(`momentum ${momentum}`)
  if (weightDecay !== undefined) parts.push(`weight decay ${weightDecay}`)
  return parts.join(', ')
}
