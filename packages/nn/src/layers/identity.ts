import type { Tensor } from '@nn/tensor'
import { Module } from '../module/module'
import { checkInput } from './check-input'

/**
 * Gives its input back: a place for a layer that is not there.
 *
 * @example
 * new Identity().forward(ones([2])) // tensor([1., 1.])
 * @see torch.nn.Identity
 */
export class Identity extends Module {
  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return input
  }
}
