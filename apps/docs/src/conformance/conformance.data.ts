import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LoaderModule } from 'vitepress'
import { type Conformance, type ConformanceResults, summarize } from './summarize'

const results = fileURLToPath(new URL('../../../../packages/conformance/results/conformance.json', import.meta.url))

declare const data: Conformance

export { data }

const loader: LoaderModule = {
  load: (): Conformance => summarize(JSON.parse(readFileSync(results, 'utf8')) as ConformanceResults),
}

export default loader
