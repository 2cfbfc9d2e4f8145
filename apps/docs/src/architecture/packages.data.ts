import { fileURLToPath } from 'node:url'
import type { LoaderModule } from 'vitepress'
import { type PackageInfo, readPackages } from './read-packages'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

declare const data: readonly PackageInfo[]

export { data }

const loader: LoaderModule = {
  watch: [`${root}packages/*/package.json`, `${root}apps/*/package.json`],
  load: (): readonly PackageInfo[] => readPackages([`${root}packages`, `${root}apps`]),
}

export default loader
