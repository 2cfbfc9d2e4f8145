import { readFileSync } from 'node:fs'
import { type Checkpoint, parseCheckpoint, serializeCheckpoint } from '@nn/trainer'
import { writeWholeFile } from './write-whole-file'

/** Saves a network as a safetensors file, whole or not at all. */
export function saveCheckpoint(path: string, checkpoint: Checkpoint): void {
  writeWholeFile(path, serializeCheckpoint(checkpoint))
}

/**
 * Builds the network that a file describes and gives it the parameters that the file holds.
 *
 * @throws Error when the file is missing, damaged, or not one that `saveCheckpoint` wrote.
 */
export function loadCheckpoint(path: string): Checkpoint {
  try {
    return parseCheckpoint(readFileSync(path))
  } catch (error) {
    throw new Error(`cannot load ${path}: ${(error as Error).message}`, { cause: error })
  }
}
