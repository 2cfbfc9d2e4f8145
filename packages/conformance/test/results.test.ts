import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { listOps, ownFixtures } from '../src/fixtures'
import { files } from '../src/suites/index'

interface Results {
  readonly backends: readonly string[]
  readonly rows: readonly { name: string; cases: number; passed: Record<string, number> }[]
}

const results = JSON.parse(readFileSync(new URL('../results/conformance.json', import.meta.url), 'utf8')) as Results

test('the results on file are of both backends, and of every op and file of answers', () => {
  expect(results.backends).toEqual(['js', 'wasm'])
  const names = results.rows.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(listOps(ownFixtures)))
  for (const file of Object.keys(files).filter((name) => name.endsWith('.json')))
    expect(
      names.some((name) => name.startsWith(file)),
      file,
    ).toBe(true)
})

test('the results on file say that everything passed', () => {
  expect(results.rows.filter(({ cases, passed }) => Object.values(passed).some((count) => count !== cases))).toEqual([])
})
