import { activations } from './activations'
import { type Architecture, CLASSES, INPUTS } from './architecture'
import { takesArchitecture } from './build-model'

/**
 * A network in a few words.
 *
 * @example
 * describeArchitecture({ hidden: [128, 64], activation: 'relu', dropout: 0 }) // '784-128-64-10, ReLU, LogSoftmax'
 */
export function describeArchitecture(architecture: Architecture, ...none: []): string {
  const { hidden, activation, dropout } = takesArchitecture([], [architecture, ...none], 'describeArchitecture')
  const parts = [[INPUTS, ...hidden, CLASSES].join('-')]
  if (hidden.length > 0) parts.push(activations[activation].title)
  parts.push('LogSoftmax')
  if (hidden.length > 0 && dropout > 0) parts.push(`dropout ${dropout}`)
  return parts.join(', ')
}
