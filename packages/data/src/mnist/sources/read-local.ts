import { DatasetError } from '../../files/dataset-error'
import type { NodeModules } from '../../files/node-modules'
import { unpack } from '../../files/unpack'
import { idxLength } from '../../idx/parse-idx'
import type { FoundFile } from './request'

/**
 * A file on disk, unpacked.
 *
 * @throws DatasetError when it cannot be read or unpacked.
 */
export async function readLocal({ fs }: NodeModules, path: string): Promise<FoundFile> {
  const { buffer, byteOffset, length } = await fs.readFile(path).catch((error: Error) => {
    throw new DatasetError(`${path} cannot be read: ${error.message}`, { cause: error })
  })
  return { name: path, bytes: await unpack(new Uint8Array(buffer, byteOffset, length), path, idxLength) }
}
