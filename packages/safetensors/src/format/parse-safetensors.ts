import { checkJson } from './check-json'
import { LENGTH_BYTES, MAX_HEADER_BYTES, METADATA } from './header'
import type { Safetensors, StoredTensor } from './stored-tensor'

interface TensorEntry {
  readonly dtype: string
  readonly shape: readonly number[]
  readonly data_offsets: readonly [number, number]
}

const bytesPerElement: Readonly<Record<string, number>> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  I16: 2,
  U16: 2,
  F16: 2,
  BF16: 2,
  I32: 4,
  U32: 4,
  F32: 4,
  I64: 8,
  U64: 8,
  F64: 8,
  F8_E4M3: 1,
  F8_E5M2: 1,
  F8_E8M0: 1,
  C64: 8,
}

/**
 * Reads the bytes of a safetensors file. The tensors' bytes are views of it.
 *
 * @throws Error saying what is wrong when the file is cut short, or its header does not describe its data exactly.
 */
export function parseSafetensors(file: Uint8Array): Safetensors {
  const { header, data } = split(file)
  let metadata: Record<string, string> = {}
  const entries: [string, TensorEntry][] = []
  for (const [name, value] of Object.entries(header)) {
    if (name === METADATA) metadata = checkMetadata(value)
    else entries.push([name, checkEntry(name, value)])
  }
  checkLayout(entries, data.length)

  const tensors = new Map<string, StoredTensor>()
  for (const [name, { dtype, shape, data_offsets }] of entries) {
    tensors.set(name, { dtype, shape, bytes: data.subarray(...data_offsets) })
  }
  return { metadata, tensors }
}

/** Takes the JSON header and the data behind it apart. */
function split(file: Uint8Array): { header: object; data: Uint8Array } {
  if (file.length < LENGTH_BYTES) throw new Error(`${file.length} bytes are too few for a safetensors file`)
  const headerLength = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true))
  if (headerLength > MAX_HEADER_BYTES) throw new Error('this is no safetensors file: its header would be too large')
  const dataStart = LENGTH_BYTES + headerLength
  if (dataStart > file.length) {
    throw new Error(`cut short: the header should end at byte ${dataStart}, the file has ${file.length}`)
  }
  return { header: parseHeader(file.subarray(LENGTH_BYTES, dataStart)), data: file.subarray(dataStart) }
}

function parseHeader(bytes: Uint8Array): object {
  if (bytes[0] !== 0x7b) throw new Error("the header is not a JSON object, which begins with '{'")
  let text: string
  let header: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    header = JSON.parse(text)
  } catch {
    throw new Error('the header is not valid JSON')
  }
  if (!isRecord(header)) throw new Error('the header is not a JSON object')
  checkJson(text, header)
  return header
}

function checkMetadata(value: unknown): Record<string, string> {
  if (!isRecord(value) || !Object.values(value).every((text) => typeof text === 'string')) {
    throw new Error(`${METADATA} must map names to strings`)
  }
  return value as Record<string, string>
}

function checkEntry(name: string, value: unknown): TensorEntry {
  if (!isRecord(value)) throw new Error(`tensor '${name}': its entry is not an object`)
  const { dtype, shape, data_offsets: offsets } = value
  const size = typeof dtype === 'string' && Object.hasOwn(bytesPerElement, dtype) ? bytesPerElement[dtype] : undefined
  if (size === undefined) throw new Error(`tensor '${name}': unknown dtype ${JSON.stringify(dtype)}`)
  if (!isSizes(shape)) throw new Error(`tensor '${name}': bad shape ${JSON.stringify(shape)}`)
  if (!isSizes(offsets) || offsets.length !== 2) {
    throw new Error(`tensor '${name}': bad data_offsets ${JSON.stringify(offsets)}`)
  }
  const [begin, end] = offsets as [number, number]
  const length = shape.reduce((product, n) => product * n, size)
  if (end - begin !== length) {
    throw new Error(
      `tensor '${name}': ${dtype} of shape [${shape.join(', ')}] takes ${length} bytes, not ${end - begin}`,
    )
  }
  return { dtype: dtype as string, shape, data_offsets: [begin, end] }
}

/** The tensors must cover the data from its first byte to its last without gap or overlap. */
function checkLayout(entries: readonly [string, TensorEntry][], dataLength: number): void {
  const inOrder = [...entries].sort(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  )
  let position = 0
  for (const [name, { data_offsets }] of inOrder) {
    if (data_offsets[0] !== position) {
      throw new Error(`tensor '${name}' starts at byte ${data_offsets[0]} of the data, expected ${position}`)
    }
    position = data_offsets[1]
  }
  if (position > dataLength)
    throw new Error(`cut short: the tensors take ${position} bytes, the file has ${dataLength} of them`)
  if (position < dataLength) throw new Error(`${dataLength - position} bytes at the end belong to no tensor`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0)
}
