import { readFileSync, statSync } from 'node:fs'
import { type Checkpoint, parseCheckpoint } from '@nn/trainer'

/**
 * Builds the network that a file describes and gives it the parameters that the file holds.
 *
 * @throws Error when the file is missing, damaged, or not one that `nn train --save` wrote.
 */
export function loadCheckpoint(path: string): Checkpoint {
  try {
    // Such as /dev/zero, which has no end.
    if (statSync(path).isCharacterDevice()) throw new Error('it is a device, not a file')
    return parseCheckpoint(readFileSync(path))
  } catch (error) {
    throw new Error(`cannot load ${path}: ${(error as Error).message}`, { cause: error })
  }
}
