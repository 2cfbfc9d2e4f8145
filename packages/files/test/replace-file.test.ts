import { readFileSync, writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { replaceFile } from '../src/replace-file'
import { temporaryFolder } from './support/folder'

function onPlatform(name: NodeJS.Platform): void {
  const { platform } = process
  Object.defineProperty(process, 'platform', { value: name })
  onTestFinished(() => void Object.defineProperty(process, 'platform', { value: platform }))
}

/** Has the next renamings fail as on Windows, where another program has the file open. */
function failing(times: number, code = 'EPERM'): { mock: { calls: unknown[] } } {
  const rename = vi.spyOn(promises, 'rename')
  for (let i = 0; i < times; i++) rename.mockRejectedValueOnce(Object.assign(new Error(code), { code }))
  onTestFinished(() => rename.mockRestore())
  return rename
}

let from: string
let to: string
beforeEach(() => {
  const folder = temporaryFolder()
  from = join(folder, 'from')
  to = join(folder, 'to')
  writeFileSync(from, 'new')
  writeFileSync(to, 'old')
})

test('replaceFile tries again on Windows until the file is let go', async () => {
  onPlatform('win32')
  const rename = failing(3)
  await replaceFile(from, to)
  expect(readFileSync(to, 'utf8')).toBe('new')
  expect(rename.mock.calls).toHaveLength(4)
})

test('replaceFile gives up on Windows in the end, and at once for other reasons', async () => {
  onPlatform('win32')
  const rename = failing(8, 'EBUSY')
  await expect(replaceFile(from, to)).rejects.toThrow('EBUSY')
  expect(rename.mock.calls).toHaveLength(8)
  failing(1, 'ENOSPC')
  await expect(replaceFile(from, to)).rejects.toThrow('ENOSPC')
  expect(readFileSync(to, 'utf8')).toBe('old')
})

test('replaceFile does not wait elsewhere', async () => {
  onPlatform('linux')
  const rename = failing(1)
  await expect(replaceFile(from, to)).rejects.toThrow('EPERM')
  expect(rename.mock.calls).toHaveLength(1)
})
