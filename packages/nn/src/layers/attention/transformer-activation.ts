import type { Tensor } from '@nn/tensor'
import { gelu } from '../../functional/activations/index'
import { relu } from '../../functional/relu'

export type TransformerActivation = 'relu' | 'gelu' | ((x: Tensor) => Tensor)

/** @throws RangeError for a name that is none. */
export function activationOf(layer: string, activation: TransformerActivation): (x: Tensor) => Tensor {
  if (activation === 'relu') return (x) => relu(x)
  if (activation === 'gelu') return (x) => gelu(x)
  if (typeof activation === 'function') return activation
  throw new RangeError(`${layer}: activation must be 'relu', 'gelu' or a function, got '${String(activation)}'`)
}
