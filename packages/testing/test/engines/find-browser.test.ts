import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/engines/find-browser'

const folder = mkdtempSync(join(tmpdir(), 'browsers-'))

afterAll(() => rmSync(folder, { recursive: true }))

function program(...path: string[]): string {
  const file = join(folder, ...path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, '', { mode: 0o755 })
  return file
}

test('findBrowser(name) is what the environment variable says', () => {
  expect(findBrowser('chromium', { CHROMIUM: '/opt/my-chromium' })).toBe('/opt/my-chromium')
  expect(findBrowser('firefox', { FIREFOX: '/opt/my-firefox', CHROMIUM: '/opt/my-chromium' })).toBe('/opt/my-firefox')
})

test('findBrowser(name) is the first program of one of its names on PATH', () => {
  const chrome = program('bin', 'google-chrome')
  const firefox = program('bin', 'firefox')
  const PATH = [join(folder, 'empty'), join(folder, 'bin')].join(delimiter)
  expect(findBrowser('chromium', { PATH })).toBe(chrome)
  expect(findBrowser('firefox', { PATH })).toBe(firefox)
})

test('findBrowser(name) passes over files that are no programs', () => {
  mkdirSync(join(folder, 'other'))
  writeFileSync(join(folder, 'other', 'firefox-esr'), '', { mode: 0o644 })
  const firefox = program('other', 'firefox')
  expect(findBrowser('firefox', { PATH: join(folder, 'other') })).toBe(firefox)
})
