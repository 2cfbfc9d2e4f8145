import { WholeFile } from '@nn/files'
import { DatasetError } from '../../files/dataset-error'
import type { NodeModules } from '../../files/node-modules'
import { fromNetwork } from './from-network'
import { fromPackage } from './from-package'
import { fromCache, fromRoot } from './from-root'
import type { FileRequest, FoundFile } from './request'
import { rawFolder, rootFolder } from './root-folder'

/**
 * The files from the folder of the user's data, else from an installed package, else from the network; verified files
 * from there are kept for the next time.
 *
 * @throws DatasetError when they are nowhere, damaged, or cannot be kept in the root that was asked for.
 */
export async function inNode(node: NodeModules, request: FileRequest): Promise<FoundFile[]> {
  const root = rootFolder(node, request)
  const isCache = request.options.root === undefined
  const own = root === null ? null : await (isCache ? fromCache : fromRoot)(node, root, request)
  return own ?? (await fromPackage(node, request)) ?? (await download(node, root, request))
}

async function download(node: NodeModules, root: string | null, request: FileRequest): Promise<FoundFile[]> {
  const { collection, options } = request
  const folder = root === null ? null : rawFolder(node, root, request)
  if (options.download === false) {
    const place = folder === null ? 'this user has no home folder' : `nothing in ${folder}`
    throw new DatasetError(`${collection.name}: not found (${place}), and download is false`)
  }
  const files = await fromNetwork([options.url ?? collection.mirrors].flat(), request)
  if (options.verify === false) return files
  try {
    if (folder === null) throw new DatasetError('this user has no home folder')
    for (const { name, bytes } of files) await keep(node, node.path.join(folder, name), bytes)
  } catch (error) {
    if (options.root !== undefined) throw error
    console.warn(
      `${collection.name}: the files could not be kept for the next time: ${(error as Error).message}; pass a root`,
    )
  }
  return files
}

async function keep({ fs, path }: NodeModules, file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file)
  try {
    await fs.mkdir(folder, { recursive: true })
  } catch (error) {
    throw new DatasetError(`cannot make the folder ${folder}: ${(error as Error).message}`, { cause: error })
  }
  try {
    await (await WholeFile.open(file)).write(bytes)
  } catch (error) {
    throw new DatasetError((error as Error).message, { cause: error })
  }
}
