import { noGrad } from '@nn/autograd'
import { eye, ShapeError, showShape, type Tensor } from '@nn/tensor'
import { takesTensor } from './takes-tensor'

/**
 * Makes a matrix the identity, so that a linear layer lets its inputs pass.
 *
 * @param tensor shape [n, m]
 * @returns the tensor
 * @throws ShapeError for anything but a matrix.
 * @example
 * init.eye_(empty([2, 2])) // tensor([[1., 0.], [0., 1.]])
 * @see torch.nn.init.eye_
 */
export function eye_<T extends Tensor>(tensor: T, ...none: []): T {
  takesTensor([tensor], none, 'eye_')
  if (tensor.ndim !== 2) throw new ShapeError(`eye_: needs a tensor of 2 dimensions, got ${showShape(tensor.shape)}`)
  const [n, m] = tensor.shape as [number, number]
  return noGrad(() => tensor.copy_(eye(n, { m, dtype: tensor.dtype })))
}
