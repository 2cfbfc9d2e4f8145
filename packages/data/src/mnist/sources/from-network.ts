import { checkPublished } from '../../files/data-file'
import { type FetchRequest, fetchFile } from '../../files/fetch-file'
import { idxLength, parseIdx } from '../../idx/parse-idx'
import type { FileRequest, FoundFile } from './request'

/** Milliseconds. */
const TIMEOUT = 30_000

/**
 * The files from the first of the addresses that has them.
 *
 * @throws DatasetError when they cannot be fetched; the reason of the signal when that is aborted.
 */
export async function fromNetwork(bases: readonly string[], { files, options }: FileRequest): Promise<FoundFile[]> {
  const { verify = true, timeout = TIMEOUT, onProgress = () => {} } = options
  if (!(timeout > 0)) throw new RangeError(`timeout must be a positive number of milliseconds, got ${timeout}`)
  // What one of the files has failed at need not go on for the others.
  const failed = new AbortController()
  const signal = AbortSignal.any([failed.signal, options.signal ?? failed.signal])
  try {
    return await Promise.all(
      files.map(async (file) => {
        const wanted: Pick<FetchRequest, 'mostOf' | 'check'> = verify
          ? { mostOf: () => file.bytes, check: (bytes, name) => checkPublished(file, bytes, name) }
          : { mostOf: idxLength, check: (bytes, name) => void parseIdx(bytes, { name }) }
        return {
          name: file.name,
          bytes: await fetchFile({ file: file.name, bases, ...wanted, timeout, signal, onProgress }),
        }
      }),
    )
  } catch (error) {
    failed.abort(error)
    throw error
  }
}
