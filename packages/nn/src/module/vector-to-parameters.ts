import { kinds, ShapeError, show, showShape, signature, type Tensor } from '@nn/tensor'
import { tensorsKind } from '../clipping/gradients-of'
import { Parameter } from './parameter'

const takesVectorToParameters = signature('vectorToParameters', { vec: kinds.tensor, parameters: tensorsKind })

/**
 * Gives parameters the values that a vector has for them, one parameter after another. They share its storage.
 *
 * @param vector shape [number of elements], as `parametersToVector` makes it
 * @throws ShapeError for another number of elements.
 * @example
 * const layer = new Linear(2, 1)
 * vectorToParameters(tensor([0.5, 1.5, -1.0]), layer.parameters())
 * layer.weight.data // tensor([[0.5000, 1.5000]])
 * @see torch.nn.utils.vector_to_parameters
 */
export function vectorToParameters(vector: Tensor, parameters: Iterable<Parameter>, ...none: []): void {
  takesVectorToParameters([vector, parameters], none)
  const all = [...parameters]
  const odd = all.find((parameter) => !(parameter instanceof Parameter))
  if (odd !== undefined) throw new TypeError(`vectorToParameters: parameters must be Parameters, got ${show(odd)}`)
  const total = all.reduce((sum, parameter) => sum + parameter.numel(), 0)
  if (vector.ndim !== 1 || vector.numel() !== total) {
    throw new ShapeError(`vectorToParameters: the vector must have shape [${total}], got ${showShape(vector.shape)}`)
  }
  let start = 0
  for (const parameter of all) {
    parameter.data = vector.detach().narrow(0, start, parameter.numel()).view(parameter.shape)
    start += parameter.numel()
  }
}
