import { cat, signature, type Tensor } from '@nn/tensor'
import { listOf, tensorsKind } from '../clipping/gradients-of'

const takesParameters = signature('parametersToVector', { parameters: tensorsKind })

/**
 * The elements of all parameters in one vector, one parameter after another; gradients go back through it.
 *
 * @returns shape [number of elements]
 * @throws RangeError where there are none.
 * @example
 * parametersToVector(new Linear(2, 3).parameters()).shape // [9]
 * @see torch.nn.utils.parameters_to_vector
 */
export function parametersToVector(parameters: Iterable<Tensor>, ...none: []): Tensor {
  takesParameters([parameters], none)
  const list = listOf('parametersToVector', parameters)
  if (list.length === 0) throw new RangeError('parametersToVector: needs at least one parameter')
  return cat(list.map((parameter) => parameter.reshape(-1)))
}
