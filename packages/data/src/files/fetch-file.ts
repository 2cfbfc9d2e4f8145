import { DatasetError } from './dataset-error'
import { unpack } from './unpack'

/** How far the download of a file is. */
export interface DownloadProgress {
  readonly file: string
  /** Bytes that have arrived. */
  readonly loaded: number
  /** Bytes in all, null where the server does not say. */
  readonly total: number | null
}

/** Refuses what is not the file, by throwing. */
export type FileCheck = (bytes: Uint8Array, name: string) => void | Promise<void>

/**
 * A file from the first address that has it whole, packed or not.
 *
 * @param bases the folders' addresses, tried in order
 * @throws DatasetError when none has it, with the reason of each.
 */
export async function fetchFile(
  file: string,
  bases: readonly string[],
  check: FileCheck,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const failures: string[] = []
  for (const url of bases.flatMap((base) => addresses(base, file))) {
    try {
      const bytes = await unpack(await fetchBytes(url, file, onProgress), url)
      await check(bytes, url)
      return bytes
    } catch (error) {
      failures.push(reasonOf(error, url))
    }
  }
  throw new DatasetError(`${file} could not be fetched: ${failures.join('; ')}`)
}

function addresses(base: string, file: string): string[] {
  const folder = base.endsWith('/') ? base : `${base}/`
  return [`${folder}${file}.gz`, `${folder}${file}`]
}

async function fetchBytes(
  url: string,
  file: string,
  onProgress: (progress: DownloadProgress) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url)
  if (!response.ok || response.body === null) throw new DatasetError(`${url}: HTTP status ${response.status}`)
  const total = totalOf(response)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const reader = response.body.getReader()
  let loaded = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value)
    loaded += chunk.value.length
    onProgress({ file, loaded, total })
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

/** The length that the server announces; of a body that the browser unpacks it is that of the packed one, so none. */
function totalOf({ headers }: Response): number | null {
  const length = headers.get('content-length')
  return length === null || headers.has('content-encoding') ? null : Number(length)
}

function reasonOf(error: unknown, url: string): string {
  if (error instanceof DatasetError) return error.message
  const { message, cause } = error as Error
  return `${url}: ${cause instanceof Error ? `${message}, ${cause.message}` : message}`
}
