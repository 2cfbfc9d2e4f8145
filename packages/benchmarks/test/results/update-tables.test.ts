import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { filesWithTables } from '../../src/results/update-tables'

const files = Object.entries(filesWithTables()).map(([file, text]) => ({ name: basename(file), file, text }))

test.each(files)('$name shows what the results say: `pnpm bench tables` updates it', ({ file, text }) => {
  expect(readFileSync(file, 'utf8')).toBe(text)
})
