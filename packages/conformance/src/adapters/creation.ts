import {
  arange,
  eye,
  full,
  fullLike,
  linspace,
  logspace,
  ones,
  onesLike,
  type Tensor,
  type TensorOptions,
  zeros,
  zerosLike,
} from '@nn/tensor'
import type { Call } from '../call'
import type { Adapters } from './adapter'

/** The options that all functions take which make tensors of nothing. */
export function tensorOptions(c: Call): TensorOptions {
  return c.options({ dtype: ['dtype', -1], requiresGrad: ['requires_grad', -1] })
}

/** A number or a 0-d tensor. */
const bound = (c: Call, index: number, name: string): number | Tensor => {
  const value = c.operand(index, name)
  return typeof value === 'boolean' ? Number(value) : value
}

const value = (c: Call, index: number): number | boolean => c.operand(index, 'fill_value') as number | boolean

/** Tensors made of nothing. */
export const creation: Adapters = {
  arange: (c) => {
    const start = c.number(0, 'start')
    if (!c.has(1, 'end')) return arange(start, tensorOptions(c))
    return arange(start, c.number(1, 'end'), c.number(2, 'step', 1), tensorOptions(c))
  },
  linspace: (c) => linspace(bound(c, 0, 'start'), bound(c, 1, 'end'), c.integer(2, 'steps'), tensorOptions(c)),
  logspace: (c) =>
    logspace(bound(c, 0, 'start'), bound(c, 1, 'end'), c.integer(2, 'steps'), {
      base: c.number(3, 'base', 10),
      ...tensorOptions(c),
    }),
  eye: (c) => eye(c.number(0, 'n'), { ...tensorOptions(c), ...c.options({ m: ['m', 1] }) }),
  zeros: (c) => zeros(c.sizes(0), tensorOptions(c)),
  ones: (c) => ones(c.sizes(0), tensorOptions(c)),
  full: (c) => full(c.sizes(0), value(c, 1), tensorOptions(c)),
  zeros_like: (c) => zerosLike(c.tensor(0), tensorOptions(c)),
  ones_like: (c) => onesLike(c.tensor(0), tensorOptions(c)),
  full_like: (c) => fullLike(c.tensor(0), value(c, 1), tensorOptions(c)),
  new_zeros: (c) => c.tensor(0).newZeros(c.sizes(1), tensorOptions(c)),
  new_ones: (c) => c.tensor(0).newOnes(c.sizes(1), tensorOptions(c)),
  new_full: (c) => c.tensor(0).newFull(c.sizes(1), value(c, 2), tensorOptions(c)),
}
