import { peekGrad } from '@nn/autograd'
import { Tensor } from '@nn/tensor'

/** The gradients that the parameters have. */
export function gradientsOf(parameters: Tensor | Iterable<Tensor>): Tensor[] {
  const list = parameters instanceof Tensor ? [parameters] : [...parameters]
  return list.flatMap((parameter) => peekGrad(parameter) ?? [])
}
