import { DatasetError } from './dataset-error'
import { type Most, readWhole } from './read-whole'
import { Stall } from './stall'
import { unpack } from './unpack'

/** How far the download of a file is. */
export interface DownloadProgress {
  readonly file: string
  /** Bytes that have arrived. */
  readonly loaded: number
  /** Bytes in all, null where the server does not say. */
  readonly total: number | null
}

/** What is fetched, and how. */
export interface FetchRequest {
  readonly file: string
  /** The folders' addresses, tried in order. */
  readonly bases: readonly string[]
  /** How long the file may be, unpacked. */
  readonly mostOf: Most
  /** Refuses what is not the file, by throwing. */
  readonly check: (bytes: Uint8Array, name: string) => void | Promise<void>
  /** Milliseconds without a byte after which the next address is asked. */
  readonly timeout: number
  /** Ends everything when it is aborted. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: DownloadProgress) => void
}

/**
 * A file from the first address that has it whole, packed or not.
 *
 * @throws DatasetError when none has it, with the reason of each; the signal's reason when it is aborted.
 */
export async function fetchFile(request: FetchRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { file, bases, mostOf, check, signal } = request
  const failures: string[] = []
  for (const url of bases.flatMap((base) => addresses(base, file))) {
    try {
      const bytes = await unpack(await fetchBytes(url, request), url, mostOf)
      await check(bytes, url)
      return bytes
    } catch (error) {
      signal.throwIfAborted()
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
  { file, mostOf, timeout, signal, onProgress }: FetchRequest,
): Promise<Uint8Array<ArrayBuffer>> {
  const stall = new Stall(timeout, signal)
  try {
    const response = await fetch(url, { signal: stall.signal })
    if (!response.ok || response.body === null) throw new DatasetError(`${url}: HTTP status ${response.status}`)
    const total = totalOf(response)
    return await readWhole(response.body, url, packedOrNot(mostOf), (loaded) => {
      stall.putOff()
      onProgress({ file, loaded, total })
    })
  } catch (error) {
    throw stall.isOver ? new DatasetError(`${url}: nothing arrived for ${timeout / 1000} s`) : error
  } finally {
    stall.end()
  }
}

/** Of a file of which only its packed bytes tell how long it is. */
const MOST_PACKED = 2 ** 32

/** Gzip is never much longer than what it packs. */
function packedOrNot(mostOf: Most): Most {
  return (start) => {
    const isPacked = start[0] === 0x1f && start[1] === 0x8b
    if (!isPacked) return mostOf(start)
    return Math.min(Math.ceil(1.01 * mostOf(new Uint8Array())) + 1024, MOST_PACKED)
  }
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
