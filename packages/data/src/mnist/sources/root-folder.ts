import type { NodeModules } from '../../files/node-modules'
import type { FileRequest } from './request'

/** The folder of the user's data: the one asked for, or one for caches. */
export function rootFolder({ os, path }: NodeModules, { options }: FileRequest): string {
  const home = os.homedir()
  if (options.root === undefined) return path.join(process.env.XDG_CACHE_HOME ?? path.join(home, '.cache'), 'nn')
  return options.root.replace(/^~(?=$|[/\\])/, home)
}

/** Where in it downloaded files are kept, as torchvision does. */
export function rawFolder(node: NodeModules, request: FileRequest): string {
  return node.path.join(rootFolder(node, request), request.collection.name, 'raw')
}
