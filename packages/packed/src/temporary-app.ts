import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install, packAll } from './pack'

const programs = fileURLToPath(new URL('../programs/', import.meta.url))

/** A project of somebody else's, with the packed packages installed and the programs beside them. */
export interface TemporaryApp {
  /** Where it lies, and room beside it. */
  readonly folder: string
  readonly app: string
  remove(): Promise<void>
}

export async function temporaryApp(): Promise<TemporaryApp> {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'))
  const app = join(folder, 'app')
  const tarballs = join(folder, 'tarballs')
  mkdirSync(tarballs)
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), '{ "type": "module", "private": true }')
  await install(app, await packAll(tarballs))
  cpSync(programs, app, { recursive: true })
  return { folder, app, remove: () => rm(folder, { recursive: true, force: true }) }
}
