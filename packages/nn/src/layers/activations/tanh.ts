import type { Tensor } from '@nn/tensor'
import { Module } from '../../module/module'

/**
 * Brings every element between -1 and 1.
 *
 * $$ \tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}} $$
 *
 * @example
 * new Tanh().forward(zeros([1])) // tensor([0.])
 * @see torch.nn.Tanh
 */
export class Tanh extends Module {
  forward(input: Tensor): Tensor {
    return input.tanh()
  }
}
