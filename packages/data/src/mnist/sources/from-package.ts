import { checkPublished } from '../../files/data-file'
import type { NodeModules } from '../../files/node-modules'
import { readLocal } from './read-local'
import type { FileRequest, FoundFile } from './request'

/**
 * The files that an installed package brings, null where it is not installed, or where the user names an address.
 *
 * @throws DatasetError for damaged files.
 */
export async function fromPackage(node: NodeModules, request: FileRequest): Promise<FoundFile[] | null> {
  const { collection, files, options } = request
  if (collection.package === null || options.url !== undefined) return null
  const folder = folderOf(node, collection.package)
  if (folder === null) return null
  return Promise.all(
    files.map(async (file) => {
      const found = await readLocal(node, node.path.join(folder, 'data', file.name))
      if (options.verify !== false) await checkPublished(file, found.bytes, found.name)
      return found
    }),
  )
}

function folderOf({ module, path }: NodeModules, name: string): string | null {
  try {
    return path.dirname(module.createRequire(import.meta.url).resolve(`${name}/package.json`))
  } catch {
    return null
  }
}
