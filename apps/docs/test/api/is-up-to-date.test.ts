import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

const script = new URL('../../scripts/api/is-up-to-date.mjs', import.meta.url)
const { isUpToDate } = (await import(script.href)) as { isUpToDate: (file: string, folders: string[]) => boolean }

let folder: string
const source = (): string => join(folder, 'src', 'inside', 'a.ts')
const made = (): string => join(folder, 'made')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'up-to-date-'))
  mkdirSync(join(folder, 'src', 'inside'), { recursive: true })
  writeFileSync(source(), '')
  for (const path of [source(), join(folder, 'src', 'inside'), join(folder, 'src')]) utimesSync(path, 100, 100)
})

afterEach(() => rmSync(folder, { recursive: true }))

test('what is not there is not up to date', () => {
  expect(isUpToDate(made(), [join(folder, 'src')])).toBe(false)
})

test('what is younger than everything it is made from is up to date', () => {
  writeFileSync(made(), '')
  expect(isUpToDate(made(), [join(folder, 'src')])).toBe(true)
  utimesSync(made(), 99, 99)
  expect(isUpToDate(made(), [join(folder, 'src')])).toBe(false)
})

test('a file that was removed counts as a change', () => {
  writeFileSync(made(), '')
  utimesSync(made(), 101, 101)
  expect(isUpToDate(made(), [join(folder, 'src')])).toBe(true)
  rmSync(source())
  expect(isUpToDate(made(), [join(folder, 'src')])).toBe(false)
})
