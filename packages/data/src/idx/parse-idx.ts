import { type Args, type DType, dtypes, kinds, numelOf, showShape, signature, type TypedArray } from '@nn/tensor'
import { DatasetError } from '../files/dataset-error'
import { headerBytes, type IdxElement, idxElements } from './idx-elements'

/** What an IDX file holds. */
export interface IdxArray {
  readonly dtype: DType
  readonly shape: number[]
  /** The elements in row-major order; of bytes the file's own, not a copy. */
  readonly data: TypedArray
}

export interface ParseIdxOptions {
  /** What errors call the file. Default `'IDX file'`. */
  name?: string
}

const takes = signature('parseIdx', { bytes: kinds.instanceOf(Uint8Array) }, {}, { name: kinds.text })

/**
 * Reads an IDX file, the format of MNIST. Elements of int8 and int16 come as int32.
 *
 * @param bytes the file, unpacked
 * @throws DatasetError for what is no IDX file, and for one that is longer or shorter than its header says.
 * @example
 * parseIdx(writeIdx(tensor([[1, 2, 3]], { dtype: 'uint8' }))).shape // [1, 3]
 */
export function parseIdx(bytes: Uint8Array, ...args: Args<ParseIdxOptions>): IdxArray {
  const { name = 'IDX file' } = takes([bytes], args)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const { element, dims } = readMagic(bytes, name)
  const start = headerBytes(dims)
  if (bytes.length < start) {
    throw new DatasetError(
      `${name}: truncated, a header of ${dims} dimensions takes ${start} bytes, found ${bytes.length} in all`,
    )
  }
  const shape = Array.from({ length: dims }, (_, d) => view.getUint32(4 + 4 * d))
  const expected = start + numelOf(shape) * element.bytes
  if (bytes.length !== expected) {
    throw new DatasetError(
      `${name}: ${bytes.length < expected ? 'truncated' : 'too long'}, its header says ${showShape(shape)} ` +
        `elements of ${element.bytes} bytes, so expected ${expected} bytes in all, found ${bytes.length}`,
    )
  }
  return { dtype: element.dtype, shape, data: readElements(view, start, numelOf(shape), element) }
}

/**
 * How long a file is that begins so; Infinity where that is too short to tell.
 *
 * @throws DatasetError for what is no IDX file.
 */
export function idxLength(start: Uint8Array): number {
  if (start.length < 4) return Number.POSITIVE_INFINITY
  const { element, dims } = readMagic(start, 'IDX file')
  if (start.length < headerBytes(dims)) return Number.POSITIVE_INFINITY
  const view = new DataView(start.buffer, start.byteOffset, start.length)
  const shape = Array.from({ length: dims }, (_, d) => view.getUint32(4 + 4 * d))
  return headerBytes(dims) + numelOf(shape) * element.bytes
}

function readMagic(bytes: Uint8Array, name: string): { element: IdxElement; dims: number } {
  const [zero, alsoZero, code, dims] = bytes
  const element = idxElements[code ?? -1]
  if (zero !== 0 || alsoZero !== 0 || element === undefined || dims === undefined) {
    const found = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
    throw new DatasetError(
      `${name}: no IDX file, expected it to start with 00 00, an element type (08, 09, 0b to 0e) and the number of ` +
        `dimensions, found ${found === '' ? 'nothing' : found}`,
    )
  }
  return { element, dims }
}

function readElements(view: DataView, start: number, count: number, element: IdxElement): TypedArray {
  if (element.dtype === 'uint8') return new Uint8Array(view.buffer, view.byteOffset + start, count)
  const data = new dtypes[element.dtype].array(count)
  for (let i = 0; i < count; i++) data[i] = element.read(view, start + i * element.bytes)
  return data
}
