import { DatasetError } from './dataset-error'
import { type Most, readWhole } from './read-whole'

/**
 * The bytes themselves, unpacked where they are gzip. Their first two bytes tell, not their name: a server may have had
 * the browser unpack a `.gz` file already.
 *
 * @param mostOf how many there may be unpacked
 * @throws DatasetError for damaged gzip, and for more bytes.
 */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  mostOf: Most,
): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return await readWhole(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), name, mostOf)
  } catch (error) {
    if (error instanceof DatasetError) throw error
    throw new DatasetError(`${name}: damaged gzip, ${(error as Error).message}`, { cause: error })
  }
}
