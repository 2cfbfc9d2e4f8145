import type { FileHandle } from 'node:fs/promises'
import { cannotWrite, codeOf, reasonOf } from './errors'
import { type FileTarget, findTarget } from './find-target'
import { fs } from './node'
import { replaceFile, syncFolder, takeAfter } from './replace-file'
import { TemporaryFile } from './temporary-file'
import { writeAll } from './write-all'

/** Another process may take a temporary file away: it is made again, but not for ever. */
const ATTEMPTS = 3

/** A place for bytes that come later. */
interface Place {
  readonly folder: string | null
  write(bytes: Uint8Array): Promise<void>
  discard(): Promise<void>
}

/**
 * A file that will be written whole or not at all. Where it can be written shows when it is opened, which may be hours before
 * there is anything to write: until `write` replaces it in one step, what was there before stays as it is.
 *
 * Symbolic links are followed and stay. Owner and mode of a file that is replaced stay too. Devices and pipes, such as
 * `/dev/null`, are written to directly. An opened file is a temporary one beside the real one (`.nn-….tmp`) that goes when
 * the process ends; if it is killed, it goes when the next file is opened in that folder.
 *
 * @example
 * const file = await WholeFile.open('/dev/null')
 * await file.write(new Uint8Array([1, 2, 3]))
 * file.folder // null
 */
export class WholeFile {
  readonly path: string
  private readonly place: Place

  private constructor(path: string, place: Place) {
    this.path = path
    this.place = place
  }

  /**
   * Makes ready to write a file.
   *
   * @throws Error saying why, when it could not be written: the folder is missing or not writable, or the file is read-only,
   *   a folder, one of several hard links, or somebody else's in a sticky folder.
   */
  static async open(path: string): Promise<WholeFile> {
    const target = await findTarget(path)
    return new WholeFile(path, target.kind === 'file' ? await PlaceOfFile.at(path, target) : await Stream.to(path))
  }

  /**
   * Writes the file, also to the disk, and ends with it.
   *
   * @throws Error saying why it could not be written; what was there before is there still.
   */
  async write(bytes: Uint8Array): Promise<void> {
    try {
      await this.place.write(bytes)
    } catch (error) {
      await this.place.discard()
      if ((error as Error).message.startsWith(`cannot write ${this.path}: `)) throw error
      throw cannotWrite(this.path, reasonOf(error), error)
    }
  }

  /** The folder that the file itself is in; null for a device or a pipe. */
  get folder(): string | null {
    return this.place.folder
  }

  /** Leaves everything as it was; after `write` it does nothing. */
  async discard(): Promise<void> {
    await this.place.discard()
  }
}

/** The place of an ordinary file. */
class PlaceOfFile implements Place {
  private readonly path: string
  private target: FileTarget
  private temporary: TemporaryFile

  private constructor(path: string, target: FileTarget, temporary: TemporaryFile) {
    this.path = path
    this.target = target
    this.temporary = temporary
  }

  static async at(path: string, target: FileTarget): Promise<PlaceOfFile> {
    return new PlaceOfFile(path, target, await temporaryFor(path, target))
  }

  get folder(): string {
    return this.target.folder
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      await this.lookAgain()
      if (await this.tryToWrite(bytes, attempt === ATTEMPTS)) return
    }
  }

  async discard(): Promise<void> {
    await this.temporary.remove()
  }

  /** Hours may have passed: links, files and folders may be others now. */
  private async lookAgain(): Promise<void> {
    const target = await findTarget(this.path)
    if (target.kind !== 'file') throw cannotWrite(this.path, 'it is no file any more')
    const isUsable = target.folder === this.target.folder && (await this.temporary.isThere())
    this.target = target.stats === undefined ? { ...target, stats: this.target.stats } : target
    if (isUsable) return
    await this.temporary.remove()
    this.temporary = await temporaryFor(this.path, target)
  }

  /** @returns false where the temporary file was taken away meanwhile */
  private async tryToWrite(bytes: Uint8Array, isLast: boolean): Promise<boolean> {
    const { handle, path } = this.temporary
    await writeAll(handle, bytes)
    if (this.target.stats !== undefined) await takeAfter(handle, this.target.stats)
    await handle.sync()
    const isThere = await this.temporary.isThere()
    // Its last errors a file may report only now.
    await handle.close()
    if (!isThere && !isLast) return false
    await replaceFile(path, this.target.path)
    this.temporary.forget()
    await syncFolder(this.target.folder)
    return true
  }
}

async function temporaryFor(path: string, { folder, stats }: FileTarget): Promise<TemporaryFile> {
  try {
    // Who may not read the old file may not read the new one while it is written.
    return await TemporaryFile.create(folder, stats === undefined ? 0o666 : 0o600)
  } catch (error) {
    const isForbidden = ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')
    throw cannotWrite(path, isForbidden ? `the folder ${folder} is not writable` : reasonOf(error), error)
  }
}

/** A device or a pipe, which is written to directly. */
class Stream implements Place {
  readonly folder = null
  private readonly handle: FileHandle

  private constructor(handle: FileHandle) {
    this.handle = handle
  }

  static async to(path: string): Promise<Stream> {
    const { O_WRONLY, O_NONBLOCK = 0 } = fs().constants
    try {
      // To wait for a pipe's reader would keep the process from ending.
      return new Stream(await fs().open(path, O_WRONLY | O_NONBLOCK))
    } catch (error) {
      const reason = codeOf(error) === 'ENXIO' ? 'nobody reads from this pipe; start its reader first' : reasonOf(error)
      throw cannotWrite(path, reason, error)
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    await writeAll(this.handle, bytes)
    await this.handle.close()
  }

  async discard(): Promise<void> {
    await this.handle.close().catch(() => {})
  }
}
