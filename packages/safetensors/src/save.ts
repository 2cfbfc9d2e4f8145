import type { Tensor } from '@nn/tensor'
import { elementTypes } from './element-types'
import { serializeSafetensors } from './format/serialize-safetensors'
import type { StoredTensor } from './format/stored-tensor'

export interface SaveOptions {
  /** What else the file shall tell, a text for each name. Default: nothing. */
  metadata?: Readonly<Record<string, string>>
}

/**
 * The bytes of a safetensors file that holds tensors of any shape and dtype by name.
 *
 * @param tensors by name, such as a module's `stateDict()`
 * @example
 * const file = save({ weight: ones([2, 3]) }, { metadata: { format: 'pt' } })
 * Object.keys(load(file).tensors) // ['weight']
 * @see safetensors.torch.save
 */
export function save(
  tensors: Readonly<Record<string, Tensor>>,
  { metadata = {} }: SaveOptions = {},
): Uint8Array<ArrayBuffer> {
  const stored = Object.entries(tensors).map(([name, x]): [string, StoredTensor] => [name, encode(x)])
  return serializeSafetensors({ metadata, tensors: new Map(stored) })
}

function encode(x: Tensor): StoredTensor {
  const { code, bytes, write } = elementTypes[x.dtype]
  const values = x.toTypedArray()
  const view = new DataView(new ArrayBuffer(values.length * bytes))
  for (const [i, value] of values.entries()) write(view, i * bytes, value)
  return { dtype: code, shape: x.shape, bytes: new Uint8Array(view.buffer) }
}
