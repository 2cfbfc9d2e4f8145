import { DatasetError } from '../../files/dataset-error'
import type { NodeModules } from '../../files/node-modules'
import type { FileRequest } from './request'

/**
 * The folder of the user's data: the one asked for, or one for caches; null where none was asked for and this user has no
 * place for caches.
 *
 * @throws DatasetError for a root in the home folder of a user that has none.
 */
export function rootFolder(node: NodeModules, { options }: FileRequest): string | null {
  if (options.root === undefined) return cacheFolder(node)
  const [tilde] = /^~(?=$|[/\\])/.exec(options.root) ?? []
  if (tilde === undefined) return options.root
  const home = homeFolder(node)
  if (home === null) throw new DatasetError(`${options.root} cannot be found: this user has no home folder`)
  return home + options.root.slice(tilde.length)
}

/** Where in it downloaded files are kept, as torchvision does. */
export function rawFolder({ path }: NodeModules, root: string, { collection }: FileRequest): string {
  return path.join(root, collection.name, 'raw')
}

/** `~/.cache/nn`, or where the system or the user keep caches instead. */
function cacheFolder(node: NodeModules): string | null {
  const { path } = node
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env
  const named = process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME
  // The XDG specification says to ignore what is no absolute path.
  if (named !== undefined && path.isAbsolute(named)) return path.join(named, 'nn')
  const home = homeFolder(node)
  if (home === null) return null
  return path.join(home, process.platform === 'win32' ? 'AppData/Local' : '.cache', 'nn')
}

/** Null where the user has none: in containers there are users that no list of users has. */
function homeFolder({ os, path }: NodeModules): string | null {
  try {
    const home = os.homedir()
    return path.isAbsolute(home) ? home : null
  } catch {
    return null
  }
}
