import { expect, test } from 'vitest'
import { formatResults } from '../src/results-file'

test('the file of results has a line for each row, with what passed on each backend', () => {
  const js = [
    { name: 'abs', cases: 3, failures: [] },
    { name: 'add', cases: 5, failures: ['case 1: expected 2, got 3'] },
  ]
  const wasm = [
    { name: 'abs', cases: 3, failures: [] },
    { name: 'add', cases: 5, failures: [] },
  ]
  const text = formatResults({ js, wasm })
  expect(JSON.parse(text)).toEqual({
    backends: ['js', 'wasm'],
    rows: [
      { name: 'abs', cases: 3, passed: { js: 3, wasm: 3 } },
      { name: 'add', cases: 5, passed: { js: 4, wasm: 5 } },
    ],
  })
  expect(text.split('\n').filter((line) => line.includes('"name"'))).toHaveLength(2)
})
