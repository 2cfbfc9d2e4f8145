import { checkPublished, type DataFile } from '../../files/data-file'
import { DatasetError } from '../../files/dataset-error'
import type { NodeModules } from '../../files/node-modules'
import { readLocal } from './read-local'
import type { FileRequest, FoundFile } from './request'
import { rawFolder, rootFolder } from './root-folder'

/**
 * The files in the folder `root`, or where downloaded ones are kept in it; null where they are not there.
 *
 * @throws DatasetError for damaged files, and for a root that has only some of them.
 */
export async function fromRoot(node: NodeModules, request: FileRequest): Promise<FoundFile[] | null> {
  const { files, options } = request
  const root = rootFolder(node, request)
  for (const folder of [root, rawFolder(node, request)]) {
    const present = await namesIn(node, folder)
    const names = files.map(({ name }) => [name, `${name}.gz`].find((candidate) => present.includes(candidate)))
    const missing = files.filter((_, i) => names[i] === undefined)
    if (missing.length === 0) {
      const paths = names.map((name) => node.path.join(folder, name as string))
      return Promise.all(files.map((file, i) => readOwn(node, paths[i] as string, file, options.verify !== false)))
    }
    // Among downloaded files it is a download that was interrupted: it starts again.
    if (missing.length < files.length && folder === root) {
      throw new DatasetError(`${root} has only some of the files: ${missing.map(({ name }) => name).join()} is missing`)
    }
  }
  return null
}

async function namesIn({ fs }: NodeModules, folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    throw new DatasetError(`${folder} cannot be read: ${message}`, { cause: error })
  }
}

async function readOwn(node: NodeModules, path: string, file: DataFile, verify: boolean): Promise<FoundFile> {
  const found = await readLocal(node, path)
  // A file of another length is the user's own data; the parser sees whether it is whole.
  if (verify && found.bytes.length === file.bytes) await checkPublished(file, found.bytes, path)
  return found
}
