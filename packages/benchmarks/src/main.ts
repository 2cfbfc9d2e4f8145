// The benchmarks' command line: pnpm bench [name...].

import { join } from 'node:path'
import { Argument, Command, InvalidArgumentError } from 'commander'
import { type Benchmark, type BenchmarkName, type BenchmarkOptions, benchmarks } from './benchmarks'
import { contenders } from './epoch/contenders'
import { packageFolder } from './package-folder'
import { describeMachine, showMachine } from './report/machine'
import { writeResults } from './report/write-results'

interface Flags {
  rounds: number
  steps?: number
  only?: string[]
  json?: string
}

const program = new Command('bench')
  .description('Times this library, its JavaScript peers and PyTorch, side by side on this machine.')
  .addArgument(new Argument('[name...]', 'which benchmarks').choices(Object.keys(benchmarks)).default(['epoch']))
  .option('--rounds <n>', 'timed rounds of each contender of epoch', positiveInteger, 7)
  .option('--steps <n>', 'training steps: of a round of epoch, of memory, of profile', positiveInteger)
  .option('--only <names>', 'contenders of epoch, with commas between them', contenderNames)
  .option('--json <file>', 'where to write the results (default: results/<name>.json, for complete runs only)')
  .addHelpText('after', () => `\nBenchmarks:\n${describeBenchmarks()}\n\nContenders of epoch:\n${describeContenders()}`)
  .parse()

const names = program.processedArgs[0] as BenchmarkName[]
const flags = program.opts<Flags>()
if (flags.json !== undefined && names.length > 1) program.error('error: --json takes the results of one benchmark only')

const machine = describeMachine()
console.log(showMachine(machine))
for (const name of names) {
  try {
    await measure(name)
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}

async function measure(name: BenchmarkName): Promise<void> {
  const benchmark = benchmarks[name]
  const { text, results, hasFailed } = await benchmark.run(optionsFor(benchmark))
  console.log(`\n${text}`)
  if (hasFailed) process.exitCode = 1
  const isComplete = flags.steps === undefined && flags.only === undefined && !hasFailed
  const file = flags.json ?? (isComplete ? join(packageFolder, 'results', `${name}.json`) : null)
  if (file !== null) writeResults(file, { benchmark: name, machine, ...results })
}

function optionsFor(benchmark: Benchmark): BenchmarkOptions {
  return {
    rounds: flags.rounds,
    steps: flags.steps ?? benchmark.steps,
    contenders: contenders.filter(({ name }) => flags.only?.includes(name) ?? true),
    onProgress: (line) => console.error(line),
  }
}

function positiveInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number of at least 1.')
  return value
}

function contenderNames(text: string): string[] {
  const known = contenders.map(({ name }) => name)
  const names = text.split(',')
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw new InvalidArgumentError(`No contender ${unknown}; there are ${known.join(', ')}.`)
  return names
}

function describeBenchmarks(): string {
  return Object.entries(benchmarks)
    .map(([name, { description }]) => `  ${name.padEnd(13)}  ${description}`)
    .join('\n')
}

function describeContenders(): string {
  return contenders.map(({ name, title }) => `  ${name.padEnd(13)}  ${title}`).join('\n')
}
