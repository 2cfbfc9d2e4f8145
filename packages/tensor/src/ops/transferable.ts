import { type DType, dtypes, type TypedArray } from '../core/dtype'
import { ShapeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { contiguousStrides, numelOf, type Shape, showShape } from '../core/shape'
import { show } from '../core/show'
import { type Args, signature } from '../core/signature'
import { noteInScope } from '../memory/scope'
import { Storage } from '../memory/storage'
import { Tensor } from '../tensor'
import { toTypedArray } from './to-array'

/** A tensor as a plain object, which `postMessage` and `structuredClone` take. */
export interface TensorMessage {
  readonly dtype: DType
  readonly shape: Shape
  /** The elements in row-major order; int64 comes as a `Float64Array`. */
  readonly data: TypedArray
}

export interface TransferableTensor {
  readonly message: TensorMessage
  /** What `postMessage` and `structuredClone` take beside the message, so that its elements move instead of being copied. */
  readonly transfer: ArrayBuffer[]
}

export interface ToTransferableOptions {
  /**
   * Copy the elements and leave the tensor as it is. With false they are given away: the tensor and its views are freed, and
   * reading them throws. Default true.
   */
  copy?: boolean
}

const takesTo = signature('toTransferable', { input: kinds.tensor }, {}, { copy: kinds.boolean })

/**
 * A tensor as a message to a worker or another page, which `fromTransferable` makes a tensor of again. History, `requiresGrad`
 * and the gradient stay behind.
 *
 * @throws ShapeError with `copy: false` for a tensor that is only a part of its storage, or lies in it in another order.
 * @example
 * const { message, transfer } = toTransferable(tensor([[1, 2], [3, 4]]))
 * // As worker.postMessage(message, transfer) does.
 * const received = structuredClone(message, { transfer })
 * fromTransferable(received).sum() // tensor(10)
 */
export function toTransferable(x: Tensor, ...args: Args<ToTransferableOptions>): TransferableTensor {
  const { copy = true } = takesTo([x], args)
  const { dtype, shape } = x
  const data = copy ? toTypedArray(x) : takenFrom(x)
  return { message: { dtype, shape: [...shape], data }, transfer: [data.buffer as ArrayBuffer] }
}

/** The elements of a storage that goes away. Those in a backend's memory have to be copied, as it stays. */
function takenFrom(x: Tensor): TypedArray {
  const { storage } = x
  if (!x.isContiguous() || x.numel() !== storage.length) {
    throw new ShapeError(
      `toTransferable: ${show(x)} is a part of its storage, or in another order; without copy: false it can be sent`,
    )
  }
  const isOwn = storage.home === null && storage.data.byteLength === storage.data.buffer.byteLength
  const data = isOwn ? storage.data : storage.data.slice()
  storage.free()
  return data
}

const message: kinds.Kind<TensorMessage> = kinds.kind('what toTransferable calls the message', (value) => {
  const { dtype, shape, data } = (value ?? {}) as Partial<TensorMessage>
  return kinds.dtype.accepts(dtype) && kinds.integers.accepts(shape) && data instanceof dtypes[dtype].array
})
const takesFrom = signature('fromTransferable', { message })

/**
 * The tensor that a message holds. It takes the message's elements as they are, without a copy.
 *
 * @throws TypeError for anything but a message of `toTransferable`, ShapeError where elements are missing.
 * @example
 * fromTransferable(toTransferable(tensor([1, 2])).message) // tensor([1, 2])
 */
export function fromTransferable(message: TensorMessage, ...none: []): Tensor {
  takesFrom([message], none)
  const { dtype, shape, data } = message
  if (data.length !== numelOf(shape)) {
    throw new ShapeError(
      `fromTransferable: ${data.length} elements are no tensor ${showShape(shape)}; were they moved away?`,
    )
  }
  return new Tensor(noteInScope(Storage.inArray(dtype, data.length, data)), shape, contiguousStrides(shape), 0)
}
