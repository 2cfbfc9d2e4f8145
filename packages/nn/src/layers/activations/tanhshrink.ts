import type { Tensor } from '@nn/tensor'
import { tanhshrink } from '../../functional/activations/tanhshrink'
import { Module } from '../../module/module'

/**
 * What `Tanh` takes away.
 *
 * $$ \text{Tanhshrink}(x) = x - \tanh(x) $$
 *
 * @example
 * new Tanhshrink().forward(tensor([1])) // tensor([0.2384])
 * @see torch.nn.Tanhshrink
 */
export class Tanhshrink extends Module {
  forward(input: Tensor): Tensor {
    return tanhshrink(input)
  }
}
