import { contiguousStrides, DTypeError, dtypes, kinds, Storage, signature, Tensor } from '@nn/tensor'
import { parseSafetensors } from './format/parse-safetensors'
import type { StoredTensor } from './format/stored-tensor'
import { type StoredType, storedTypes } from './stored-types'

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
 * The tensors in a safetensors file, by name, and its metadata. Dtypes that are not there here become one that holds all their
 * values: F16 and BF16 float32; I8, I16 and U16 int32; U32 and U64 int64.
 *
 * @param file the bytes of the file
 * @throws TypeError for what is no Uint8Array.
 * @throws Error saying what is wrong when the file is cut short, or its header does not describe its data exactly.
 * @throws DTypeError for dtypes that no tensor here holds (`parseSafetensors` gives their bytes), and for integers beyond ±2⁵³,
 *   which are not exact here.
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
  const { dtype, bytes: size, read } = typeOf(name, code)
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const values = new dtypes[dtype].array(bytes.length / size)
  for (let i = 0; i < values.length; i++) {
    const value = read(view, i * size)
    // Larger ones may have been rounded.
    if (dtype === 'int64' && !Number.isSafeInteger(value)) {
      throw new DTypeError(
        `load: tensor '${name}' has an element near ${value}, and integers beyond ±2⁵³ are not exact here`,
      )
    }
    values[i] = value
  }
  return new Tensor(Storage.inArray(dtype, values.length, values), shape, contiguousStrides(shape), 0)
}

function typeOf(name: string, code: string): StoredType {
  const type = storedTypes.get(code)
  if (type !== undefined) return type
  const known = [...storedTypes.keys()].join(', ')
  throw new DTypeError(
    `load: tensor '${name}' has dtype ${code}, and ${known} can be loaded; parseSafetensors gives its bytes`,
  )
}
