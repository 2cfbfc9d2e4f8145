import { arange, numelOf, sin, type Tensor } from '@nn/tensor'

/** The values sin(0.7 k) in a shape: `(torch.arange(n) * 0.7).sin().reshape(shape)`. */
export function wave(...shape: number[]): Tensor {
  return sin(arange(numelOf(shape)).float().mul(0.7)).reshape(shape)
}
