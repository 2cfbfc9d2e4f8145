import type { Tensor } from '../tensor'

export function printTensor(x: Tensor): string {
  return JSON.stringify(x.toArray())
}
