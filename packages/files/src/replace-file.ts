import type { Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { codeOf } from './errors'
import { fs, onWindows } from './node'

/** On Windows a file cannot be replaced while another program, such as a virus scanner, has it open: mostly it soon lets go. */
const RETRY_MS = [10, 20, 50, 100, 200, 400, 800]

/** Gives a file the name of another, which it replaces in one step. */
export async function replaceFile(from: string, to: string): Promise<void> {
  for (const delay of onWindows() ? RETRY_MS : []) {
    try {
      return await fs().rename(from, to)
    } catch (error) {
      if (!['EACCES', 'EBUSY', 'EPERM'].includes(codeOf(error) ?? '')) throw error
      await new Promise((resolve) => setTimeout(resolve, delay))
    }
  }
  await fs().rename(from, to)
}

/** Gives a file the owner and the mode of the one that it is to replace, as far as the system lets us. */
export async function takeAfter(handle: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const own = await handle.stat()
  // Before the mode: a change of the owner clears parts of it.
  if (own.uid !== uid || own.gid !== gid) await handle.chown(uid, gid).catch(allowRefusal)
  await handle.chmod(mode & 0o7777).catch(allowRefusal)
}

/** Makes sure that a new name outlives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows has no such call. A folder that one may not read cannot be opened for it.
  const handle = onWindows() ? undefined : await fs().open(folder, 'r').catch(allowRefusal)
  try {
    await handle?.sync().catch(allowRefusal)
  } finally {
    await handle?.close()
  }
}

function allowRefusal(error: unknown): undefined {
  if (['EACCES', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EPERM'].includes(codeOf(error) ?? '')) return undefined
  throw error
}
