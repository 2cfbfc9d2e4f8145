import { DatasetError } from './dataset-error'

/** How long a file may be, by what it begins with; Infinity as long as that does not tell. */
export type Most = (start: Uint8Array) => number

/** A file's first bytes, of which `Most` sees no more. */
const START = 2048

/**
 * All bytes of a stream. One that goes on beyond what the file may have is left at once: what memory it takes is not for its
 * sender to say.
 *
 * @param name what errors call it
 * @param onChunk told of the bytes that have arrived in all
 * @throws DatasetError for a longer one.
 */
export async function readWhole(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  name: string,
  mostOf: Most,
  onChunk: (loaded: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let loaded = 0
  let most = Number.POSITIVE_INFINITY
  const reader = stream.getReader()
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (loaded < START) most = mostOf(await joined([...chunks, chunk.value.subarray(0, START)]))
      chunks.push(chunk.value)
      loaded += chunk.value.length
      if (loaded > most) throw new DatasetError(`${name}: expected ${most} bytes, found more`)
      onChunk(loaded)
    }
  } finally {
    // What is left of the stream, if anything, is not wanted; that it is broken has been told.
    reader.cancel().catch(() => {})
  }
  return joined(chunks)
}

async function joined(chunks: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer())
}
