import type { FileHandle } from 'node:fs/promises'
import { codeOf } from './errors'

/** In one call a system may write less than it is given: it is asked until all is written. */
const CHUNK = 1 << 20

const PIPE_IS_FULL_MS = 5

/** Writes all bytes at the place where the file is. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const written = await writeSome(handle, bytes.subarray(done, done + CHUNK))
    if (written === 0) throw new Error(`only ${done} of ${bytes.length} bytes could be written`)
    done += written ?? 0
  }
}

/** How many bytes were written, null where a pipe's reader has to take some out first. */
async function writeSome(handle: FileHandle, bytes: Uint8Array): Promise<number | null> {
  try {
    return (await handle.write(bytes)).bytesWritten
  } catch (error) {
    if (codeOf(error) !== 'EAGAIN') throw error
    await new Promise((resolve) => setTimeout(resolve, PIPE_IS_FULL_MS))
    return null
  }
}
