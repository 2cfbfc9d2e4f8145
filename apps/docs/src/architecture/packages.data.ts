import { fileURLToPath } from 'node:url'
import type { LoaderModule } from 'vitepress'
import { type PackageInfo, readPackages } from './read-packages'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

declare const data: readonly PackageInfo[]

export { data }

const loader: LoaderModule = {
  // No loader has a `watch`: outside of this folder it is looked for along the links between the packages, round and round.
  load: (): readonly PackageInfo[] => readPackages([`${root}packages`, `${root}apps`]),
}

export default loader
