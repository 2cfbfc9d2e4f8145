import { LENGTH_BYTES, MAX_HEADER_BYTES, METADATA } from './header'
import type { Safetensors } from './stored-tensor'

/**
 * The bytes of a safetensors file: the header's length in 8 bytes, a JSON header, then every tensor's elements with nothing
 * in between. The header is padded with spaces so that the elements start at a multiple of 8.
 *
 * @throws Error for what no reader takes: metadata that are no texts, a tensor called `__metadata__`, more than 100 MB of names.
 * @see https://github.com/huggingface/safetensors#format
 */
export function serializeSafetensors({ metadata, tensors }: Safetensors): Uint8Array<ArrayBuffer> {
  for (const [name, text] of Object.entries(metadata)) {
    if (typeof text !== 'string') throw new Error(`metadata '${name}' must be a text, got ${String(text)}`)
  }
  if (tensors.has(METADATA)) throw new Error(`a tensor cannot be called ${METADATA}: there the metadata stand`)
  const entries: [string, object][] = [[METADATA, metadata]]
  let dataLength = 0
  for (const [name, { dtype, shape, bytes }] of tensors) {
    entries.push([name, { dtype, shape, data_offsets: [dataLength, dataLength + bytes.length] }])
    dataLength += bytes.length
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)))
  const headerLength = Math.ceil(json.length / 8) * 8
  if (headerLength > MAX_HEADER_BYTES) {
    throw new Error(
      `the names of ${tensors.size} tensors take ${headerLength} bytes, and ${MAX_HEADER_BYTES} is the most`,
    )
  }

  const file = new Uint8Array(LENGTH_BYTES + headerLength + dataLength)
  new DataView(file.buffer).setBigUint64(0, BigInt(headerLength), true)
  file.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerLength)
  file.set(json, LENGTH_BYTES)
  let offset = LENGTH_BYTES + headerLength
  for (const { bytes } of tensors.values()) {
    file.set(bytes, offset)
    offset += bytes.length
  }
  return file
}
