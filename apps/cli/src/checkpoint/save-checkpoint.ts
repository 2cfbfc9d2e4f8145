import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { WholeFile } from '@nn/files'
import { type Checkpoint, serializeCheckpoint } from '@nn/trainer'

/**
 * Writes a trained network as a safetensors file. What took hours to train is not lost because of its file: where that cannot
 * be written any more, it is written beside it or in a folder for temporary files.
 *
 * @throws Error when it is not where it was to be, saying where it is instead.
 */
export async function saveCheckpoint(file: WholeFile, checkpoint: Checkpoint): Promise<void> {
  const bytes = serializeCheckpoint(checkpoint)
  try {
    await file.write(bytes)
  } catch (error) {
    const { message } = error as Error
    const { path, failures } = await writeElsewhere(file, bytes)
    if (path !== null) throw new Error(`${message}; the trained network is in ${path} instead`, { cause: error })
    throw new Error(`${message}; nor could it be saved elsewhere: ${failures.join('; ')}`, { cause: error })
  }
}

async function writeElsewhere(
  file: WholeFile,
  bytes: Uint8Array,
): Promise<{ path: string | null; failures: string[] }> {
  const { name, ext } = parse(file.path)
  const rescued = `${name.slice(0, 40)}-rescued-${Date.now().toString(36)}${ext.slice(0, 20)}`
  const beside = file.folder
  const folders = [...(beside === null ? [] : [() => beside]), () => mkdtempSync(join(tmpdir(), 'nn-'))]
  const failures: string[] = []
  for (const folder of folders) {
    try {
      const place = await WholeFile.open(join(folder(), rescued))
      await place.write(bytes)
      return { path: place.path, failures }
    } catch (error) {
      failures.push((error as Error).message)
    }
  }
  return { path: null, failures }
}
