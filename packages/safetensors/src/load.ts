import { type DType, DTypeError, dtypes, kinds, signature, type Tensor, tensor } from '@nn/tensor'
import { elementTypes } from './element-types'
import { parseSafetensors } from './format/parse-safetensors'
import type { StoredTensor } from './format/stored-tensor'

/** What was in a safetensors file. */
export interface LoadedTensors {
  readonly tensors: Readonly<Record<string, Tensor>>
  readonly metadata: Readonly<Record<string, string>>
}

const fileKind = kinds.kind<Uint8Array>(
  'the bytes of a file in a Uint8Array (of an ArrayBuffer, new Uint8Array(buffer))',
  (value) => value instanceof Uint8Array,
)
const takesFile = signature('load', { file: fileKind })

/**
 * The tensors in a safetensors file, by name, and its metadata.
 *
 * @param file the bytes of the file
 * @throws TypeError for what is no Uint8Array.
 * @throws Error saying what is wrong when the file is cut short, or its header does not describe its data exactly.
 * @throws DTypeError for dtypes that tensors do not have here, and for int64 values that are not exact here.
 * @example
 * const { tensors, metadata } = load(save({ weight: ones([2, 3]) }, { metadata: { format: 'pt' } }))
 * metadata.format // 'pt'
 * @see safetensors.torch.load
 */
export function load(file: Uint8Array, ...none: []): LoadedTensors {
  takesFile([file], none)
  const { metadata, tensors } = parseSafetensors(file)
  return { metadata, tensors: Object.fromEntries([...tensors].map(([name, stored]) => [name, decode(name, stored)])) }
}

function decode(name: string, { dtype: code, shape, bytes }: StoredTensor): Tensor {
  const dtype = dtypeOf(name, code)
  const { bytes: size, read } = elementTypes[dtype]
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const values = new dtypes[dtype].array(bytes.length / size)
  for (let i = 0; i < values.length; i++) values[i] = read(view, i * size)
  return tensor(values, { dtype }).view(shape)
}

function dtypeOf(name: string, code: string): DType {
  for (const [dtype, type] of Object.entries(elementTypes)) {
    if (type.code === code) return dtype as DType
  }
  const known = Object.values(elementTypes).map((type) => type.code)
  throw new DTypeError(`load: tensor '${name}' has dtype ${code}; there are tensors of ${known.join(', ')} here`)
}
