import { chownSync } from 'node:fs'

const NOBODY = 65_534

/** Runs a body as a user whom the modes of files bind: root gives them up for so long. The user owns the folders. */
export async function asOrdinaryUser<T>(folders: readonly string[], body: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return await body()
  for (const folder of folders) chownSync(folder, NOBODY, NOBODY)
  process.seteuid?.(NOBODY)
  try {
    return await body()
  } finally {
    process.seteuid?.(0)
  }
}
