import { DatasetError } from '../../files/dataset-error'
import { fromNetwork } from './from-network'
import type { FileRequest, FoundFile } from './request'

/**
 * The files from where `url` says.
 *
 * @throws DatasetError without it, and when they cannot be fetched.
 */
export async function inBrowser(request: FileRequest): Promise<FoundFile[]> {
  const { collection, options } = request
  if (options.download === false) {
    throw new DatasetError(`${collection.name}: not found (browsers have no folder to look in), and download is false`)
  }
  if (options.url === undefined) {
    throw new DatasetError(
      `${collection.name}: pass url, the address of a folder that has the files; browsers need one`,
    )
  }
  return fromNetwork([options.url].flat(), request)
}
