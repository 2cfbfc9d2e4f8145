import { readdirSync, readFileSync } from 'node:fs'

/** A package of this repository, as its package.json describes it. */
export interface PackageInfo {
  readonly name: string
  readonly description: string
  readonly isPrivate: boolean
  /** The packages of this repository that it imports. */
  readonly imports: readonly string[]
}

interface Manifest {
  readonly name: string
  readonly description: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
}

/** Reads the packages in folders such as `packages`. */
export function readPackages(folders: readonly string[]): PackageInfo[] {
  return folders.flatMap((folder) =>
    readdirSync(folder).map((name) => infoOf(JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')))),
  )
}

function infoOf({ name, description, private: isPrivate = false, dependencies = {} }: Manifest): PackageInfo {
  const imports = Object.entries(dependencies).flatMap(([other, version]) =>
    version.startsWith('workspace:') ? [other] : [],
  )
  return { name, description, isPrivate, imports }
}
