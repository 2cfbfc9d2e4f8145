import { Storage } from '../memory/storage'
import type { Tensor } from '../tensor'

/** Tells a tensor by its storage: what a tensor is made of need not import its class, which imports it. */
export function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && (value as Partial<Tensor>).storage instanceof Storage
}
