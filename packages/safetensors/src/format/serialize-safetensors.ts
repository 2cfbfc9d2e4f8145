import { LENGTH_BYTES, METADATA } from './header'
import type { Safetensors } from './stored-tensor'

/**
 * The bytes of a safetensors file: the header's length in 8 bytes, a JSON header, then every tensor's elements with nothing
 * in between. The header is padded with spaces so that the elements start at a multiple of 8.
 *
 * @see https://github.com/huggingface/safetensors#format
 */
export function serializeSafetensors({ metadata, tensors }: Safetensors): Uint8Array<ArrayBuffer> {
  const entries: [string, object][] = [[METADATA, metadata]]
  let dataLength = 0
  for (const [name, { dtype, shape, bytes }] of tensors) {
    entries.push([name, { dtype, shape, data_offsets: [dataLength, dataLength + bytes.length] }])
    dataLength += bytes.length
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)))
  const headerLength = Math.ceil(json.length / 8) * 8

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
