import { checkPublished, type DataFile } from '../../files/data-file'
import { DatasetError } from '../../files/dataset-error'
import { fetchFile } from '../../files/fetch-file'
import type { NodeModules } from '../../files/node-modules'
import { writeWhole } from '../../files/write-whole'
import { parseIdx } from '../../idx/parse-idx'
import type { FileRequest, FoundFile } from './request'
import { rawFolder } from './root-folder'

/**
 * The files from the network; in Node, verified files are kept for the next time.
 *
 * @param node null in browsers
 * @throws DatasetError when they cannot be fetched or kept, and when they were not to be.
 */
export async function fromNetwork(node: NodeModules | null, request: FileRequest): Promise<FoundFile[]> {
  const { files, options } = request
  const bases = addressesFor(node, request)
  const { verify = true, onProgress = () => {} } = options
  const fetched = await Promise.all(
    files.map(async (file) => {
      const bytes = await fetchFile(file.name, bases, verify ? isPublished(file) : isIdx, onProgress)
      return { name: file.name, bytes }
    }),
  )
  if (node !== null && verify) {
    const folder = rawFolder(node, request)
    for (const { name, bytes } of fetched) await writeWhole(node, node.path.join(folder, name), bytes)
  }
  return fetched
}

function addressesFor(node: NodeModules | null, request: FileRequest): readonly string[] {
  const { collection, options } = request
  if (options.download === false) {
    const place = node === null ? 'browsers have no folder to look in' : `nothing in ${rawFolder(node, request)}`
    throw new DatasetError(`${collection.name}: not found (${place}), and download is false`)
  }
  if (options.url !== undefined) return typeof options.url === 'string' ? [options.url] : options.url
  if (node === null) {
    throw new DatasetError(
      `${collection.name}: pass url, the address of a folder that has the files; browsers need one`,
    )
  }
  return collection.mirrors
}

function isPublished(file: DataFile): (bytes: Uint8Array, name: string) => void {
  return (bytes, name) => checkPublished(file, bytes, name)
}

function isIdx(bytes: Uint8Array, name: string): void {
  parseIdx(bytes, { name })
}
