import type { ErrorCase, OpCase } from '../encoded'
import { listOps, parseTellingFloats, readLines } from '../fixtures'
import { checkErrorCase, checkOpCase } from '../op-case'
import type { Result } from '../report'
import { collect } from './collect'

/** Runs all cases of one op. */
export function runOp(directory: string, op: string): Result {
  return collect(op, readLines<OpCase>(directory, `opinfo/${op}.jsonl`), checkOpCase)
}

/** Runs the cases of all ops, or of those whose name contains `only`. */
export function runOps(directory: string, only = ''): Result[] {
  return listOps(directory)
    .filter((op) => op.includes(only))
    .map((op) => runOp(directory, op))
}

/** Runs the calls that must be refused, a result for each op. */
export function runErrors(directory: string): Result[] {
  const byOp = groupByOp(readLines<ErrorCase>(directory, 'opinfo-errors.jsonl', parseTellingFloats))
  return [...byOp].map(([op, cases]) => collect(`${op} refuses`, cases, checkErrorCase))
}

function groupByOp(cases: readonly ErrorCase[]): Map<string, ErrorCase[]> {
  const groups = new Map<string, ErrorCase[]>()
  for (const testCase of cases) groups.set(testCase.op, [...(groups.get(testCase.op) ?? []), testCase])
  return groups
}
