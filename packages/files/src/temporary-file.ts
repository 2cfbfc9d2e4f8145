import type { FileHandle } from 'node:fs/promises'
import { codeOf } from './errors'
import { fs, paths, syncFs } from './node'

/** `.nn-<process>-<random>.tmp`: short, whatever the file is called that it becomes. */
const NAME = /^\.nn-(\d+)-([0-9a-f]{12})[0-9a-f]{4}\.tmp$/

/** What is random in the names of this process: another process of the same number, in a container or after it, has another. */
const ours = { token: '' }

/** A file that exists until it gets its real name, or until the process ends in any way that lets it clean up. */
export class TemporaryFile {
  readonly path: string
  readonly handle: FileHandle
  private readonly removeNow = (): void => syncFs().rmSync(this.path, { force: true })

  private constructor(path: string, handle: FileHandle) {
    this.path = path
    this.handle = handle
    process.on('exit', this.removeNow)
  }

  /** Creates one, and removes those that processes left behind that were killed. */
  static async create(folder: string, mode: number): Promise<TemporaryFile> {
    await removeAbandoned(folder)
    const path = paths().join(folder, `.nn-${process.pid}-${token()}${hex(2)}.tmp`)
    return new TemporaryFile(path, await fs().open(path, 'wx', mode))
  }

  /** Whether it still is where it was made: another process may have taken it for abandoned, or the folder may be gone. */
  async isThere(): Promise<boolean> {
    try {
      const [there, own] = await Promise.all([fs().stat(this.path), this.handle.stat()])
      return there.ino === own.ino
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    }
  }

  /** To be called when it has got its real name. */
  forget(): void {
    process.off('exit', this.removeNow)
  }

  async remove(): Promise<void> {
    this.forget()
    await this.handle.close().catch(() => {})
    await fs()
      .rm(this.path, { force: true })
      .catch(() => {})
  }
}

/** A temporary file of a live process that is removed by mistake, as one of another container, is made again by its owner. */
async function removeAbandoned(folder: string): Promise<void> {
  // A folder may be writable and not readable.
  const names = await fs()
    .readdir(folder)
    .catch(() => [])
  for (const name of names) {
    const [, pid, itsToken] = NAME.exec(name) ?? []
    if (pid === undefined || itsToken === token() || isAlive(Number(pid))) continue
    await fs()
      .rm(paths().join(folder, name), { force: true })
      .catch(() => {})
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) !== 'ESRCH'
  }
}

function token(): string {
  if (ours.token === '') ours.token = hex(6)
  return ours.token
}

function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}
