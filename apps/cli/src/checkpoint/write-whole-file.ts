import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its place. What was there before
 * stays untouched until that moment.
 */
export function writeWholeFile(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    const file = openSync(temporary, 'wx')
    try {
      writeFileSync(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/**
 * Tells before hours of training whether `writeWholeFile(path)` has a chance.
 *
 * @throws Error when the folder does not exist or cannot be written to, or the path is a folder itself.
 */
export function checkWritable(path: string): void {
  const folder = dirname(path)
  const folderStats = statSync(folder, { throwIfNoEntry: false })
  if (!folderStats?.isDirectory()) throw new Error(`cannot write ${path}: there is no folder ${folder}`)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    throw new Error(`cannot write ${path}: the folder ${folder} is not writable`)
  }
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`cannot write ${path}: it is a folder`)
}
