import { DatasetError } from './dataset-error'
import type { NodeModules } from './node-modules'

/**
 * Writes a file whole or not at all: under another name first, which is then changed.
 *
 * @throws DatasetError when it cannot be written; nothing is left then.
 */
export async function writeWhole({ fs, path }: NodeModules, file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${file}.${crypto.randomUUID()}.part`
  try {
    await fs.mkdir(path.dirname(file), { recursive: true })
    await fs.writeFile(unfinished, bytes)
    await fs.rename(unfinished, file)
  } catch (error) {
    await fs.rm(unfinished, { force: true })
    throw new DatasetError(`${file} could not be written: ${(error as Error).message}`, { cause: error })
  }
}
