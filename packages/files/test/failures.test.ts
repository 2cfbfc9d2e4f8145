import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FileFault, failEachOperation } from '@nn/testing'
import { describe, expect, test } from 'vitest'
import { WholeFile } from '../src/index'
import { temporaryFolder } from './support/folder'

const before = new Uint8Array(1000).fill(1)
const after = new Uint8Array(3_000_000).fill(2)

/** The file is one of the two, whole: which one? */
function contentOf(path: string): 'before' | 'after' | 'torn' {
  const content = readFileSync(path)
  if (Buffer.compare(content, before) === 0) return 'before'
  return Buffer.compare(content, after) === 0 ? 'after' : 'torn'
}

describe.each<FileFault>(['ENOSPC', 'EACCES', 'EMFILE', 'EIO'])('%s in any operation of WholeFile', (fault) => {
  test('leaves the old file or the new one, nothing beside it, and says what is wrong', async () => {
    const outcomes = new Map<string, string>()
    const operations = await failEachOperation(fault, async (withFault) => {
      const folder = temporaryFolder()
      const path = join(folder, 'model')
      writeFileSync(path, before)
      chmodSync(path, 0o600)
      let message = ''
      const failed = await withFault(async () => {
        try {
          await (await WholeFile.open(path)).write(after)
        } catch (error) {
          message = (error as Error).message
        }
      })
      const content = contentOf(path)
      outcomes.set(`${failed}`, `${content} ${message === '' ? 'no error' : 'error'}`)
      expect(content).not.toBe('torn')
      expect(readdirSync(folder)).toEqual(['model'])
      expect(statSync(path).mode & 0o777).toBe(0o600)
      if (message === '') expect(content).toBe('after')
      else expect(message).toMatch(new RegExp(`^cannot write ${path}: (${fault}|the folder|it is not writable)`))
    })
    expect(operations).toBeGreaterThan(15)
    for (const name of ['write', 'close', 'stat', 'realpath']) expect(outcomes.get(name)).toMatch(/ error$/)
    expect(outcomes.get('rename')).toBe('before error')
    expect(outcomes.get('undefined')).toBe('after no error')
  })
})

test('A write that takes only a part of the bytes is followed by others', async () => {
  const writes = await failEachOperation('short write', async (withFault) => {
    const path = join(temporaryFolder(), 'model')
    await withFault(async () => await (await WholeFile.open(path)).write(after))
    expect(contentOf(path)).toBe('after')
  })
  expect(writes).toBeGreaterThanOrEqual(3)
})
