import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failEachOperation } from '@nn/testing'
import { serializeCheckpoint } from '@nn/trainer'
import { expect, test } from 'vitest'
import { loadCheckpoint } from '../../src/checkpoint/load-checkpoint'
import { temporaryFolder } from '../temporary-folder'
import { smallNetwork } from './small-network'

test('loadCheckpoint names the file in its errors', () => {
  expect(() => loadCheckpoint('no-such-file')).toThrow('cannot load no-such-file: ENOENT')
  expect(() => loadCheckpoint('.')).toThrow('cannot load .: EISDIR')

  const path = join(temporaryFolder(), 'model.safetensors')
  writeFileSync(path, serializeCheckpoint(smallNetwork()).subarray(0, 100))
  expect(() => loadCheckpoint(path)).toThrow(`cannot load ${path}: cut short`)
})

test.skipIf(process.platform === 'win32')('loadCheckpoint does not read from devices, which have no end', () => {
  expect(() => loadCheckpoint('/dev/zero')).toThrow('cannot load /dev/zero: it is a device, not a file')
})

test.each(['EACCES', 'EIO', 'EMFILE'] as const)('loadCheckpoint says that reading failed: %s', async (fault) => {
  const path = join(temporaryFolder(), 'model.safetensors')
  writeFileSync(path, serializeCheckpoint(smallNetwork()))
  const operations = await failEachOperation(fault, async (withFault) => {
    let message = ''
    const failed = await withFault(() => {
      try {
        loadCheckpoint(path)
      } catch (error) {
        message = (error as Error).message
      }
    })
    expect(message).toMatch(failed === undefined ? /^$/ : new RegExp(`^cannot load ${path}: ${fault}`))
  })
  expect(operations).toBe(2)
})
