import type { Stats } from 'node:fs'
import { cannotWrite, codeOf, reasonOf } from './errors'
import { fs, onWindows, paths } from './node'

/** Where bytes for a path go. */
export type Target = FileTarget | StreamTarget

/** An ordinary file, there already or not. */
export interface FileTarget {
  readonly kind: 'file'
  /** The file itself, where the path is a symbolic link to it. */
  readonly path: string
  readonly folder: string
  /** Of the file that is there. */
  readonly stats: Stats | undefined
}

/** A character device or a pipe, as `/dev/null` and `/dev/stdout`: bytes go through it, and nothing can take its place. */
interface StreamTarget {
  readonly kind: 'stream'
  readonly path: string
}

const MAX_LINKS = 40

/**
 * Follows a path to what it stands for.
 *
 * @throws Error for what cannot be replaced by a new file of the same kind: folders, block devices, files that are
 *   read-only, that have a second name, or that belong to somebody else in a sticky folder; and where the folder is missing.
 */
export async function findTarget(path: string): Promise<Target> {
  if (path === '') throw new Error('cannot write to a file without a name')
  try {
    const stats = await statsOf(path)
    if (stats === undefined) return await newFile(path)
    if (stats.isCharacterDevice() || stats.isFIFO()) return { kind: 'stream', path }
    if (stats.isDirectory()) throw cannotWrite(path, 'it is a folder')
    if (!stats.isFile())
      throw cannotWrite(path, `it is a ${stats.isBlockDevice() ? 'block device' : 'socket'}, not a file`)
    const real = await fs().realpath(path)
    const target = { kind: 'file', path: real, folder: paths().dirname(real), stats } as const
    await checkReplaceable(path, target)
    return target
  } catch (error) {
    if (codeOf(error) === undefined) throw error
    throw cannotWrite(path, reasonOf(error), error)
  }
}

async function statsOf(path: string): Promise<Stats | undefined> {
  try {
    return await fs().stat(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** Where a file comes to be that is not there yet: beside the path, or where a symbolic link points to nothing. */
async function newFile(path: string): Promise<FileTarget> {
  if (/[/\\]$/.test(path) && (onWindows() || path.endsWith('/')))
    throw cannotWrite(path, 'a file has no slash at its end')
  let file = path
  for (let links = 0; links < MAX_LINKS; links++) {
    const folder = await realFolder(path, paths().dirname(file))
    const here = paths().join(folder, paths().basename(file))
    const to = await linkAt(here)
    if (to === undefined) return { kind: 'file', path: here, folder, stats: undefined }
    file = paths().isAbsolute(to) ? to : `${folder}${paths().sep}${to}`
  }
  throw cannotWrite(path, 'too many symbolic links')
}

async function realFolder(path: string, folder: string): Promise<string> {
  const stats = await statsOf(folder)
  if (!stats?.isDirectory()) throw cannotWrite(path, `there is no folder ${folder}`)
  return await fs().realpath(folder)
}

async function linkAt(path: string): Promise<string | undefined> {
  try {
    return await fs().readlink(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EINVAL') return undefined
    throw error
  }
}

async function checkReplaceable(path: string, { folder, stats }: { folder: string; stats: Stats }): Promise<void> {
  // Root may write to read-only files, and means it no more than others do.
  if ((stats.mode & 0o222) === 0) throw cannotWrite(path, 'it is read-only')
  if (stats.nlink > 1)
    throw cannotWrite(
      path,
      `it is one of ${stats.nlink} hard links to a file, and a new one would part them; take another name`,
    )
  if (!(await mayWrite(path))) throw cannotWrite(path, 'it is not writable')
  if (await isKeptByStickyFolder(folder, stats)) {
    throw cannotWrite(path, `it belongs to somebody else, and in ${folder} only they can replace it`)
  }
}

async function mayWrite(path: string): Promise<boolean> {
  try {
    // Opened, and not asked with `access`, which answers for who started the process, not for who it acts as.
    await (await fs().open(path, fs().constants.O_WRONLY)).close()
    return true
  } catch (error) {
    if (codeOf(error) === 'EACCES' || codeOf(error) === 'EPERM') return false
    throw error
  }
}

/** In a folder as `/tmp` only who owns a file, or the folder, may replace it. */
async function isKeptByStickyFolder(folder: string, { uid }: Stats): Promise<boolean> {
  const user = process.geteuid?.()
  if (user === undefined || user === 0 || user === uid) return false
  const { mode, uid: owner } = await fs().stat(folder)
  return (mode & 0o1000) !== 0 && user !== owner
}
