import { type Args, kinds, show, signature, type Tensor } from '@nn/tensor'
import { elementTypes } from './element-types'
import { serializeSafetensors } from './format/serialize-safetensors'
import type { StoredTensor } from './format/stored-tensor'

export interface SaveOptions {
  /** What else the file shall tell, a text for each name. Default: nothing. */
  metadata?: Readonly<Record<string, string>>
}

const texts = kinds.kind<Readonly<Record<string, string>>>(
  "an object of texts, as { format: 'pt' }",
  (value) => isRecord(value) && Object.values(value).every(kinds.text.accepts),
)
const takesSave = signature('save', { tensors: kinds.anything }, {}, { metadata: texts })

/**
 * The bytes of a safetensors file that holds tensors of any shape and dtype by name.
 *
 * @param tensors by name, such as a module's `stateDict()`; an optimizer's is nested and has no place in such a file
 * @throws TypeError for what is no object of tensors.
 * @example
 * const file = save({ weight: ones([2, 3]) }, { metadata: { format: 'pt' } })
 * Object.keys(load(file).tensors) // ['weight']
 * @see safetensors.torch.save
 */
export function save(tensors: Readonly<Record<string, Tensor>>, ...args: Args<SaveOptions>): Uint8Array<ArrayBuffer> {
  const { metadata = {} } = takesSave([tensors], args)
  checkTensors(tensors)
  const stored = Object.entries(tensors).map(([name, x]): [string, StoredTensor] => [name, encode(x)])
  return serializeSafetensors({ metadata, tensors: new Map(stored) })
}

function checkTensors(tensors: unknown): void {
  if (!isRecord(tensors)) {
    throw new TypeError(`save: tensors must be an object of tensors, got ${show(tensors)}; ${hintFor(tensors)}`)
  }
  for (const [name, x] of Object.entries(tensors)) {
    if (kinds.tensor.accepts(x)) continue
    const hint =
      'a file holds tensors by name and nothing nested, so that the state of an optimizer cannot be stored in one yet'
    throw new TypeError(`save: '${name}' must be a tensor, got ${show(x)}; ${hint}`)
  }
}

function hintFor(value: unknown): string {
  if (value instanceof Map) return 'write save(Object.fromEntries(map))'
  const hasState = typeof value === 'object' && value !== null && 'stateDict' in value && !('paramGroups' in value)
  return hasState ? 'write save(module.stateDict())' : 'write save({ weight })'
}

/** An object that is no instance of a class. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function encode(x: Tensor): StoredTensor {
  const { code, bytes, write } = elementTypes[x.dtype]
  const values = x.toTypedArray()
  const view = new DataView(new ArrayBuffer(values.length * bytes))
  for (const [i, value] of values.entries()) write(view, i * bytes, value)
  return { dtype: code, shape: x.shape, bytes: new Uint8Array(view.buffer) }
}
