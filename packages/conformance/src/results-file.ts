import type { Result } from './report'

/** What came of every row on each backend, as JSON with a line for each row, so that a change of one is a change of a line. */
export function formatResults(byBackend: Readonly<Record<string, readonly Result[]>>): string {
  const backends = Object.keys(byBackend)
  const names = new Set(Object.values(byBackend).flatMap((results) => results.map(({ name }) => name)))
  const rows = [...names].map((name) => {
    const found = backends.map((backend) => byBackend[backend]?.find((result) => result.name === name))
    const cases = Math.max(...found.map((result) => result?.cases ?? 0))
    const passed = found.map((result, i) => `"${backends[i]}": ${result === undefined ? 0 : passedOf(result)}`)
    return `    { "name": ${JSON.stringify(name)}, "cases": ${cases}, "passed": { ${passed.join(', ')} } }`
  })
  const list = backends.map((backend) => JSON.stringify(backend)).join(', ')
  return `{\n  "backends": [${list}],\n  "rows": [\n${rows.join(',\n')}\n  ]\n}\n`
}

function passedOf({ cases, failures }: Result): number {
  return cases - failures.length
}
