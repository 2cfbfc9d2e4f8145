import { hasFixture } from '../fixtures'
import type { Result } from '../report'
import { runFullRun } from './full-run'
import { runModules } from './modules'
import { runErrors, runOps } from './ops'
import { runOptim } from './optim'
import { runPrinting } from './printing'
import { runRandom } from './random'
import { runTraining } from './training'

/** What runs the cases of a file of fixtures, by the file's name. */
export const files: Readonly<Record<string, (directory: string) => Result[] | Promise<Result[]>>> = {
  'opinfo-errors.jsonl': runErrors,
  'modules.json': runModules,
  'optim.json': runOptim,
  'random.json': runRandom,
  'printing.json': runPrinting,
  'training.json': runTraining,
  'full_run.json': runFullRun,
}

/** Runs all cases of a directory, or those of the ops and files whose name contains `only`. */
export async function runAll(directory: string, only = ''): Promise<Result[]> {
  const results = hasFixture(directory, 'opinfo') ? runOps(directory, only) : [absent('opinfo')]
  for (const [file, run] of Object.entries(files)) {
    if (!file.includes(only)) continue
    results.push(...(hasFixture(directory, file) ? await run(directory) : [absent(file)]))
  }
  return results
}

/** The row of what a directory does not have. */
const absent = (file: string): Result => ({ name: `${file} (not in the directory)`, cases: 0, failures: [] })
