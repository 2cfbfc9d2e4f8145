import { kinds, signature, type Tensor } from '@nn/tensor'
import type { Module } from '../module/module'

const takesInput = signature('forward', { input: kinds.tensor })

/**
 * Refuses what is no tensor, and more arguments than a layer's `forward` takes, in the name of the layer.
 *
 * @param none what followed the input
 */
export function checkInput(layer: Module, input: Tensor, none: readonly []): void {
  // Looked at here first, as a signature makes lists for every call.
  if (!kinds.tensor.accepts(input) || none.length > 0) takesInput([input], none, layer.constructor.name)
}
