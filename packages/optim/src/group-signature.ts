import { type Kind, kinds, type Signature, signature } from '@nn/tensor'
import { lr, pair } from './option-kinds'

/**
 * What a group of parameters has: a value of every hyper-parameter, of the kind of its default.
 *
 * @param defaults every hyper-parameter
 */
export function groupSignature(defaults: object): Signature<object> {
  const options = Object.entries(defaults).map(([name, value]) => [name, kinds.required(kindLike(name, value))])
  return signature('group', {}, Object.fromEntries(options), { params: kinds.anything, initialLr: kinds.number })
}

function kindLike(name: string, value: unknown): Kind<unknown> {
  if (typeof value === 'number') return name === 'lr' ? lr : kinds.number
  if (typeof value === 'boolean') return kinds.boolean
  return Array.isArray(value) && pair.accepts(value) ? pair : kinds.anything
}
