import { DatasetError } from './dataset-error'
import { md5 } from './md5'

/** A file as its authors published it, unpacked. */
export interface DataFile {
  readonly name: string
  readonly bytes: number
  readonly md5: string
}

/**
 * Refuses bytes that are not the published ones.
 *
 * @param name what errors call them
 */
export async function checkPublished(file: DataFile, bytes: Uint8Array, name: string): Promise<void> {
  if (bytes.length !== file.bytes) {
    throw new DatasetError(`${name}: expected the ${file.bytes} bytes of ${file.name}, found ${bytes.length}`)
  }
  const checksum = await md5(bytes)
  if (checksum !== file.md5) {
    throw new DatasetError(`${name}: wrong checksum, expected MD5 ${file.md5}, found ${checksum}`)
  }
}
