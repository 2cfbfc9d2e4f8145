import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LoaderModule } from 'vitepress'

const results = fileURLToPath(new URL('../../../../packages/benchmarks/results/peers.json', import.meta.url))

/** The same network trained by this library and by its peers, as `pnpm bench peers` measured it. */
export interface Speed {
  /** Fastest first. */
  readonly contenders: readonly Contender[]
  readonly machine: string
  readonly date: string
}

interface Contender {
  readonly title: string
  /** Median of the rounds, for an epoch. */
  readonly seconds: number
  readonly isOurs: boolean
}

/** It compares this library with itself; the benchmarks' page has it. */
const LEFT_OUT = ['ours-js']

interface Results {
  readonly machine: { cpu: string; cores: number; node: string; date: string }
  readonly contenders: readonly { name: string; title: string; failure: string | null; median: number | null }[]
}

declare const data: Speed

export { data }

const loader: LoaderModule = {
  load: (): Speed => speedOf(JSON.parse(readFileSync(results, 'utf8')) as Results),
}

export default loader

function speedOf({ machine, contenders }: Results): Speed {
  const shown = contenders.flatMap(({ name, title, failure, median }) =>
    failure !== null || median === null || LEFT_OUT.includes(name)
      ? []
      : [{ title, seconds: median, isOurs: name.startsWith('ours') }],
  )
  return {
    contenders: shown.sort((a, b) => a.seconds - b.seconds),
    machine: `${machine.cpu}, ${machine.cores} cores, Node ${machine.node.replace('v', '')}`,
    date: machine.date,
  }
}
