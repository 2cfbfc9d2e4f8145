import type { Tensor } from '@nn/tensor'
import type { Module } from './module'

/** A module that makes one tensor from one tensor, as those in a `Sequential` do. */
export interface Layer extends Module {
  forward(input: Tensor): Tensor
}
