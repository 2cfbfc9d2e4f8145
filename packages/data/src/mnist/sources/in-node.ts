import { DatasetError } from '../../files/dataset-error'
import type { NodeModules } from '../../files/node-modules'
import { writeWhole } from '../../files/write-whole'
import { fromNetwork } from './from-network'
import { fromPackage } from './from-package'
import { fromRoot } from './from-root'
import type { FileRequest, FoundFile } from './request'
import { rawFolder } from './root-folder'

/**
 * The files from the folder of the user's data, else from an installed package, else from the network; verified files
 * from there are kept for the next time.
 *
 * @throws DatasetError when they are nowhere, damaged, or cannot be kept.
 */
export async function inNode(node: NodeModules, request: FileRequest): Promise<FoundFile[]> {
  return (await fromRoot(node, request)) ?? (await fromPackage(node, request)) ?? (await download(node, request))
}

async function download(node: NodeModules, request: FileRequest): Promise<FoundFile[]> {
  const { collection, options } = request
  const folder = rawFolder(node, request)
  if (options.download === false) {
    throw new DatasetError(`${collection.name}: not found (nothing in ${folder}), and download is false`)
  }
  const files = await fromNetwork([options.url ?? collection.mirrors].flat(), request)
  if (options.verify !== false) {
    for (const { name, bytes } of files) await writeWhole(node, node.path.join(folder, name), bytes)
  }
  return files
}
