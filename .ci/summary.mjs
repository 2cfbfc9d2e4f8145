// Prints the count of a test run from vitest's JSON result and exits with 0 only where tests ran and nothing failed:
//
//   node .ci/summary.mjs RESULT_FILE EXIT_CODE_OF_THE_RUN

import { readFileSync } from 'node:fs'

const [resultFile, exitCode] = process.argv.slice(2)
const result = readResult(resultFile)

const passed = result.numPassedTests
const skipped = result.numPendingTests + result.numTodoTests
// A run can also fail before or outside of any test: a build, a lint, a file that does not load.
const runFailed = exitCode !== '0' || passed === 0
const failed = result.numFailedTests || (runFailed ? 1 : 0)

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(failed > 0 ? 1 : 0)

/** The counts in a result file, which is empty when the run ended before its tests. */
function readResult(file) {
  const text = readFileSync(file, 'utf8')
  return text === '' ? { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 } : JSON.parse(text)
}
