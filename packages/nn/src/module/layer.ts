import type { Tensor } from '@nn/tensor'
import type { Module } from './module'

/** A module that makes one tensor from one tensor, as those in a `Sequential` do. */
export interface Layer extends Module {
  // Also where the type of the layer is a parameter, of whose own signature TypeScript knows nothing yet.
  (input: Tensor): Tensor
  forward(input: Tensor): Tensor
}
