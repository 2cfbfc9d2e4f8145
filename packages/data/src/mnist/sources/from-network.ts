import { checkPublished, type DataFile } from '../../files/data-file'
import { type FileCheck, fetchFile } from '../../files/fetch-file'
import { parseIdx } from '../../idx/parse-idx'
import type { FileRequest, FoundFile } from './request'

/**
 * The files from the first of the addresses that has them.
 *
 * @throws DatasetError when they cannot be fetched.
 */
export async function fromNetwork(bases: readonly string[], { files, options }: FileRequest): Promise<FoundFile[]> {
  const { verify = true, onProgress = () => {} } = options
  return Promise.all(
    files.map(async (file) => {
      const bytes = await fetchFile(file.name, bases, verify ? isPublished(file) : isIdx, onProgress)
      return { name: file.name, bytes }
    }),
  )
}

function isPublished(file: DataFile): FileCheck {
  return (bytes, name) => checkPublished(file, bytes, name)
}

function isIdx(bytes: Uint8Array, name: string): void {
  parseIdx(bytes, { name })
}
