import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Whether a file is there and nothing in the folders has changed since it was written. */
export function isUpToDate(file, folders) {
  return existsSync(file) && Math.max(...folders.map(lastChange)) < statSync(file).mtimeMs
}

/** A folder changes when something in it is made or removed, too. */
function lastChange(path) {
  const state = statSync(path)
  const inside = state.isDirectory() ? readdirSync(path).map((name) => lastChange(join(path, name))) : []
  return Math.max(state.mtimeMs, ...inside)
}
