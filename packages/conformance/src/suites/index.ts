import { hasFixture } from '../fixtures'
import type { Result } from '../report'
import { runModules } from './modules'
import { runErrors, runOps } from './ops'
import { runOptim } from './optim'
import { runPrinting } from './printing'
import { runRandom } from './random'

/** What runs the cases of a file of fixtures, by the file's name. */
export const files: Readonly<Record<string, (directory: string) => Result[]>> = {
  'opinfo-errors.jsonl': runErrors,
  'modules.json': runModules,
  'optim.json': runOptim,
  'random.json': runRandom,
  'printing.json': runPrinting,
}

/** Runs all cases of a directory, or those of the ops and files whose name contains `only`. */
export function runAll(directory: string, only = ''): Result[] {
  const chosen = Object.keys(files).filter((file) => file.includes(only))
  return [
    ...(hasFixture(directory, 'opinfo') ? runOps(directory, only) : [absent('opinfo')]),
    ...chosen.flatMap((file) => (hasFixture(directory, file) ? (files[file]?.(directory) ?? []) : [absent(file)])),
  ]
}

/** The row of what a directory does not have. */
const absent = (file: string): Result => ({ name: `${file} (not in the directory)`, cases: 0, failures: [] })
