import { DatasetError } from './dataset-error'

/**
 * The bytes themselves, unpacked where they are gzip. Their first two bytes tell, not their name: a server may have had
 * the browser unpack a `.gz` file already.
 *
 * @throws DatasetError for damaged gzip.
 */
export async function unpack(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
    return new Uint8Array(await new Response(unpacked).arrayBuffer())
  } catch (error) {
    throw new DatasetError(`${name}: damaged gzip, ${(error as Error).message}`, { cause: error })
  }
}
