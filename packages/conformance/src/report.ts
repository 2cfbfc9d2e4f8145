/** What came of the cases of one op, or of one fixture file. */
export interface Result {
  readonly name: string
  readonly cases: number
  /** What went wrong, a line for each failed case. */
  readonly failures: readonly string[]
}

/** A table of results, the failed ones with their first difference. */
export function formatReport(results: readonly Result[]): string {
  const width = Math.max(...results.map((result) => result.name.length), 4)
  const row = (name: string, cases: string, passed: string, failed: string, first: string): string =>
    `${name.padEnd(width)}  ${cases.padStart(6)}  ${passed.padStart(6)}  ${failed.padStart(6)}  ${first}`.trimEnd()
  const lines = results.map(({ name, cases, failures }) =>
    row(name, `${cases}`, `${cases - failures.length}`, `${failures.length}`, failures[0] ?? ''),
  )
  return [row('op', 'cases', 'passed', 'failed', 'first difference'), ...lines, total(results)].join('\n')
}

function total(results: readonly Result[]): string {
  const cases = results.reduce((sum, result) => sum + result.cases, 0)
  const failed = results.reduce((sum, result) => sum + result.failures.length, 0)
  return `${results.length} rows, ${cases} cases, ${cases - failed} passed, ${failed} failed`
}
