import { checkPublished } from '../../files/data-file'
import { DatasetError } from '../../files/dataset-error'
import type { NodeModules } from '../../files/node-modules'
import { readLocal } from './read-local'
import type { FileRequest, FoundFile } from './request'
import { rawFolder } from './root-folder'

/**
 * The published files where downloaded ones are kept by default; null where they are not there, or cannot be used: that the
 * cache is damaged or may not be read must not keep anybody from files that are elsewhere.
 */
export async function fromCache(node: NodeModules, root: string, request: FileRequest): Promise<FoundFile[] | null> {
  try {
    return await filesBelow(node, root, request, checkPublished)
  } catch (error) {
    if (error instanceof DatasetError) return null
    throw error
  }
}

/**
 * The files in the folder `root`, or where in it downloaded ones are kept; null where they are not there.
 *
 * @throws DatasetError for damaged files, for a root that has only some of them, and for one that cannot be read.
 */
export async function fromRoot(node: NodeModules, root: string, request: FileRequest): Promise<FoundFile[] | null> {
  return await filesBelow(node, root, request, async (file, bytes, path) => {
    // A file of another length is the user's own data; the parser sees whether it is whole.
    if (bytes.length === file.bytes) await checkPublished(file, bytes, path)
  })
}

async function filesBelow(
  node: NodeModules,
  root: string,
  request: FileRequest,
  check: typeof checkPublished,
): Promise<FoundFile[] | null> {
  const { files, options } = request
  for (const folder of [root, rawFolder(node, root, request)]) {
    const present = await namesIn(node, folder)
    const names = files.map(({ name }) => [name, `${name}.gz`].find((candidate) => present.includes(candidate)))
    const missing = files.filter((_, i) => names[i] === undefined)
    if (missing.length === 0) {
      const paths = names.map((name) => node.path.join(folder, name as string))
      return Promise.all(
        files.map(async (file, i) => {
          const found = await readLocal(node, paths[i] as string)
          if (options.verify !== false) await check(file, found.bytes, found.name)
          return found
        }),
      )
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
