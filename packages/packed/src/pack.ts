import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../..', import.meta.url))
const pnpm = join(root, 'scripts/pnpm.mjs')

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
}

/** The packages that are published, with their folders. */
const published: ReadonlyMap<string, string> = new Map(
  ['packages', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
    .filter((folder) => existsSync(join(folder, 'package.json')) && manifestIn(folder).private !== true)
    .map((folder) => [manifestIn(folder).name, folder]),
)

export const publishedNames: readonly string[] = [...published.keys()]

/** Where the modules of the libraries are imported from. */
export const entries: readonly string[] = publishedNames
  .filter((name) => name !== '@nn/cli')
  .flatMap((name) =>
    Object.keys(manifestIn(published.get(name) as string).exports ?? {}).map((path) => join(name, path)),
  )

/**
 * Packs the packages as `pnpm publish` would, from what is built, and what they depend on, from where it is installed: so
 * nothing has to be fetched.
 *
 * @returns the paths of the tarballs
 */
export async function packAll(folder: string): Promise<string[]> {
  const filters = publishedNames.flatMap((name) => ['--filter', name])
  await run(process.execPath, [pnpm, ...filters, 'pack', '--config.ignore-scripts=true', '--pack-destination', folder])
  const others = [...othersBelow([...published.values()])]
  for (const [i, place] of others.entries()) await packInstalled(place, join(folder, `other-${i}.tgz`))
  return (await readdir(folder)).map((name) => join(folder, name))
}

/** Packs an installed package as it is: `npm pack` looks for what only its authors have. */
async function packInstalled(place: string, tarball: string): Promise<void> {
  const stage = await mkdtemp(join(tmpdir(), 'pack-'))
  // Without a folder of its dependencies, where it has one.
  await cp(place, join(stage, 'package'), { recursive: true, filter: (path) => path !== join(place, 'node_modules') })
  await run('tar', ['-czf', tarball, '-C', stage, 'package'])
  await rm(stage, { recursive: true })
}

/** Installs tarballs, and nothing else, with npm. */
export async function install(folder: string, tarballs: readonly string[]): Promise<void> {
  const flags = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock']
  await run('npm', ['install', ...flags, ...tarballs], { cwd: folder, shell: isWindows })
}

const isWindows = process.platform === 'win32'

/** The folders of what packages depend on, and of what that depends on, without our own. */
function othersBelow(packages: readonly string[], found: Set<string> = new Set()): Set<string> {
  for (const folder of packages.map((path) => realpathSync(path))) {
    const { dependencies = {} } = manifestIn(folder)
    for (const name of Object.keys(dependencies).filter((name) => !name.startsWith('@nn/'))) {
      const place = folderOf(name, folder)
      if (found.has(place)) continue
      found.add(place)
      othersBelow([place], found)
    }
  }
  return found
}

function folderOf(name: string, from: string): string {
  const places = createRequire(join(from, 'package.json')).resolve.paths(name) ?? []
  const place = places.map((path) => join(path, name)).find((path) => existsSync(path))
  if (place === undefined) throw new Error(`${name}, which ${from} depends on, is not installed`)
  return realpathSync(place)
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
