import * as kinds from '../core/kinds'
import { allocate } from '../core/operand'
import { contiguousStrides } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { forEachRun } from '../kernels/js/runs'
import type { Tensor } from '../tensor'
import { unbind } from './splitting'
import { takesInput } from './takes'

/** Where in row-major order the elements that are not zero are; `unit` are the strides of that order. */
function placesOf(x: Tensor, unit: readonly number[]): number[] {
  const data = x.storage.data
  const found: number[] = []
  forEachRun(x.shape, [x, { strides: unit, offset: 0 }], (at, length, step) => {
    let [i, place] = at as [number, number]
    const [si, sp] = step as [number, number]
    for (let n = 0; n < length; n++, i += si, place += sp) if (data[i] !== 0) found.push(place)
  })
  return found
}

export interface NonzeroOptions {
  /** One int64 tensor for each dimension, shape [count]; a 0-d tensor counts as one of one element. Default false. */
  asTuple?: boolean
}

const takesNonzero = signature('nonzero', { input: kinds.tensor }, {}, { asTuple: kinds.boolean })

/**
 * The indices of all elements that are not zero, in row-major order; or, as a tuple, a list of indices for each
 * dimension, as `x.at(...)` takes them.
 *
 * @returns int64, shape [count, x.ndim]
 * @example
 * nonzero(tensor([0, 5, 7])) // tensor([[1], [2]])
 * nonzero(tensor([[0, 5]]), { asTuple: true }) // [tensor([0]), tensor([1])]
 * @see torch.nonzero
 */
export function nonzero(x: Tensor, options?: { asTuple?: false }): Tensor
export function nonzero(x: Tensor, options: { asTuple: true }): Tensor[]
export function nonzero(x: Tensor, ...args: Args<NonzeroOptions>): Tensor | Tensor[]
export function nonzero(x: Tensor, ...args: Args<NonzeroOptions>): Tensor | Tensor[] {
  const { asTuple = false } = takesNonzero([x], args)
  return asTuple ? unbind(placesIn(x.ndim === 0 ? x.reshape(1) : x), 1) : placesIn(x)
}

/** One row for each element that is not zero. */
function placesIn(x: Tensor): Tensor {
  const unit = contiguousStrides(x.shape)
  const found = placesOf(x, unit)
  // Column by column, so that the lists of a tuple are contiguous.
  const out = allocate([found.length, x.ndim], 'int64', [1, found.length])
  const to = out.storage.data
  found.forEach((flat, row) => {
    for (let d = 0; d < x.ndim; d++) {
      to[out.offset + d * found.length + row] = Math.floor(flat / (unit[d] as number)) % (x.shape[d] as number)
    }
  })
  return out
}

/**
 * The indices of all elements that are not zero, in row-major order: the same as `nonzero`.
 *
 * @returns int64, shape [count, x.ndim]
 * @example
 * argwhere(tensor([0, 5, 7])) // tensor([[1], [2]])
 * @see torch.argwhere
 */
export function argwhere(x: Tensor, ...none: []): Tensor {
  takesInput([x], none, 'argwhere')
  return placesIn(x)
}
