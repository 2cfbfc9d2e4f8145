// The benchmarks' command line: pnpm bench [name...], pnpm bench tables.

import { Argument, Command, InvalidArgumentError } from 'commander'
import { type BenchmarkName, benchmarkNames, benchmarks } from './benchmarks/benchmarks'
import { formatTable } from './report/format-table'
import { describeMachine, showMachine } from './report/machine'
import { resultsFile, writeResults } from './results/results-files'
import { updateTables } from './results/update-tables'

interface Flags {
  rounds: number
  steps?: number
  only?: string[]
  json?: string
}

const program = new Command('bench')
  .description('Times this library, its JavaScript peers and PyTorch, side by side on this machine.')
  .addArgument(
    new Argument('[name...]', 'which benchmarks, or tables alone').choices([...benchmarkNames, 'tables']).default([]),
  )
  .option('--rounds <n>', 'timed rounds of each contender', positiveInteger, 7)
  .option('--steps <n>', 'training steps, or predictions, of a round', positiveInteger)
  .option('--only <names>', 'contenders that take part, with commas between them', (text) => text.split(','))
  .option('--json <file>', 'where to write the results (default: results/<name>.json, for complete runs only)')
  .addHelpText('after', () => `\nBenchmarks, all without a name:\n${describeBenchmarks()}`)
  .parse()

const named = program.processedArgs[0] as (BenchmarkName | 'tables')[]
const flags = program.opts<Flags>()
/** Whether this run is one to keep. */
const isComplete = flags.steps === undefined && flags.only === undefined && flags.json === undefined
if (flags.json !== undefined && named.length !== 1)
  program.error('error: --json takes the results of one benchmark only')

if (named.join() === 'tables') updateTables()
else await measureAll(named.length === 0 ? benchmarkNames : named.filter((name) => name !== 'tables'))

/** Goes on with the next one when one fails. */
async function measureAll(names: readonly BenchmarkName[]): Promise<void> {
  console.log(showMachine(describeMachine()))
  for (const name of names) {
    try {
      await measure(name)
    } catch (error) {
      console.error(`${name}: ${error instanceof Error ? error.message : error}`)
      process.exitCode = 1
    }
  }
  if (isComplete) updateTables()
}

async function measure(name: BenchmarkName): Promise<void> {
  const benchmark = benchmarks[name]
  const results = await benchmark.run({
    rounds: flags.rounds,
    steps: flags.steps ?? null,
    only: flags.only ?? null,
    onProgress: (line) => console.error(line),
  })
  for (const table of benchmark.tables(results)) console.log(`\n${formatTable(table)}`)
  const file = flags.json ?? (isComplete ? resultsFile(name) : null)
  if (file !== null) writeResults(file, { benchmark: name, machine: describeMachine(), ...results })
}

function positiveInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.')
  return value
}

function describeBenchmarks(): string {
  return benchmarkNames
    .flatMap((name) => {
      const { description, contenders = {} } = benchmarks[name]
      const lines = Object.entries(contenders).map(([contender, title]) => `  ${' '.repeat(9)}${contender}: ${title}`)
      return [`  ${name.padEnd(7)}  ${description}`, ...lines]
    })
    .join('\n')
}
