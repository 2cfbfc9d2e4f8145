import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../package-folder'

interface PackageJson {
  readonly devDependencies: Readonly<Record<string, string>>
}

/** The versions of the named peers, which this package's package.json pins. */
export function peerVersions(...names: readonly string[]): Record<string, string> {
  const { devDependencies } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as PackageJson
  return Object.fromEntries(names.map((name) => [name, devDependencies[name] ?? 'unknown']))
}
