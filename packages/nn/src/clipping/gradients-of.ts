import { peekGrad } from '@nn/autograd'
import { type Kind, kinds, show, Tensor } from '@nn/tensor'

const isIterable = (value: unknown): boolean => typeof value !== 'string' && Symbol.iterator in Object(value)

/** Parameters: one, a list of them, or what gives them one after another. */
export const tensorsKind: Kind<Tensor | Iterable<Tensor>> = kinds.kind(
  'a tensor or several, as model.parameters()',
  (value) => kinds.tensor.accepts(value) || kinds.tensors.accepts(value) || isIterable(value),
)

/** The gradients that the parameters have. */
export function gradientsOf(op: string, parameters: Tensor | Iterable<Tensor>): Tensor[] {
  return listOf(op, parameters).flatMap((parameter) => peekGrad(parameter) ?? [])
}

/** The parameters in a list. */
export function listOf(op: string, parameters: Tensor | Iterable<Tensor>): Tensor[] {
  const list = parameters instanceof Tensor ? [parameters] : [...parameters]
  const odd = list.findIndex((parameter) => !kinds.tensor.accepts(parameter))
  if (odd >= 0) throw new TypeError(`${op}: parameters must be tensors, got ${show(list[odd])} at ${odd}`)
  return list
}
