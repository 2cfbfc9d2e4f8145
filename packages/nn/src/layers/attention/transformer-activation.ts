import { type Kind, kinds, show, type Tensor } from '@nn/tensor'
import { gelu } from '../../functional/activations/index'
import { relu } from '../../functional/relu'
import type { Layer } from '../../module/layer'
import { Module } from '../../module/module'

/** By name, or a function or a layer of one's own, whose parameters are then those of the transformer. */
export type TransformerActivation = 'relu' | 'gelu' | ((x: Tensor) => Tensor) | Layer

export const activationKind: Kind<TransformerActivation> = kinds.kind(
  "'relu', 'gelu', a function or a layer",
  (value) => typeof value === 'string' || typeof value === 'function' || value instanceof Module,
)

/** @throws RangeError for a name that is none. */
export function activationOf(layer: string, activation: TransformerActivation): ((x: Tensor) => Tensor) | Layer {
  if (activation === 'relu') return (x) => relu(x)
  if (activation === 'gelu') return (x) => gelu(x)
  if (typeof activation !== 'string') return activation
  throw new RangeError(`${layer}: activation must be ${activationKind.name}, got ${show(activation)}`)
}

/** What a function or a layer makes of x. */
export function activate(activation: ((x: Tensor) => Tensor) | Layer, x: Tensor): Tensor {
  return activation instanceof Module ? activation.forward(x) : activation(x)
}
