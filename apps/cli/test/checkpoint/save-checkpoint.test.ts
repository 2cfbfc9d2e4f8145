import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { WholeFile } from '@nn/files'
import { type FileFault, failEachOperation } from '@nn/testing'
import { serializeCheckpoint } from '@nn/trainer'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadCheckpoint } from '../../src/checkpoint/load-checkpoint'
import { saveCheckpoint } from '../../src/checkpoint/save-checkpoint'
import { temporaryFolder } from '../temporary-folder'
import { smallNetwork } from './small-network'

const network = smallNetwork()
const bytes = serializeCheckpoint(network)

/** Where `saveCheckpoint` says that the network is, if not where it was to be. */
async function rescuedBy(file: WholeFile): Promise<string> {
  const error: Error = await saveCheckpoint(file, network).then(
    () => new Error('it was saved'),
    (reason) => reason,
  )
  expect(error.message).toMatch(/^cannot write .*; the trained network is in .* instead$/)
  return error.message.match(/is in (.*) instead$/)?.[1] as string
}

test('loadCheckpoint gives back the network that saveCheckpoint saved', async () => {
  const path = join(temporaryFolder(), 'model.safetensors')
  await saveCheckpoint(await WholeFile.open(path), network)
  expect(readdirSync(dirname(path))).toEqual(['model.safetensors'])
  expect(serializeCheckpoint(loadCheckpoint(path))).toEqual(bytes)
})

test('saveCheckpoint writes the network beside its file where that cannot be replaced any more', async () => {
  const path = join(temporaryFolder(), 'model.safetensors')
  const file = await WholeFile.open(path)
  mkdirSync(path)
  const rescued = await rescuedBy(file)
  expect(dirname(rescued)).toBe(dirname(path))
  expect(rescued).toMatch(/model-rescued-\w+\.safetensors$/)
  expect(new Uint8Array(readFileSync(rescued))).toEqual(bytes)
  expect(readdirSync(dirname(path))).toHaveLength(2)
})

test('saveCheckpoint writes the network to a temporary folder where its own is gone', async () => {
  const folder = temporaryFolder()
  const inner = join(folder, 'inner')
  mkdirSync(inner)
  const file = await WholeFile.open(join(inner, 'model.safetensors'))
  renameSync(inner, join(folder, 'moved'))
  const rescued = await rescuedBy(file)
  onTestFinished(() => rmSync(dirname(rescued), { recursive: true }))
  expect(new Uint8Array(readFileSync(rescued))).toEqual(bytes)
})

test('saveCheckpoint says what went wrong everywhere', async () => {
  const folder = temporaryFolder()
  const inner = join(folder, 'inner')
  mkdirSync(inner)
  const file = await WholeFile.open(join(inner, 'model.safetensors'))
  renameSync(inner, join(folder, 'moved'))
  vi.stubEnv('TMPDIR', join(folder, 'no temporary folder'))
  vi.stubEnv('TEMP', join(folder, 'no temporary folder'))
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(saveCheckpoint(file, network)).rejects.toThrow(
    /^cannot write .*model\.safetensors: there is no folder .*; nor could it be saved elsewhere: cannot write .*; ENOENT.*$/,
  )
})

test.each<FileFault>(['ENOSPC', 'EACCES', 'EMFILE', 'EIO'])(
  'saveCheckpoint never loses a network when one operation fails: %s',
  async (fault) => {
    const operations = await failEachOperation(fault, async (withFault) => {
      const path = join(temporaryFolder(), 'model.safetensors')
      writeFileSync(path, 'before')
      const file = await WholeFile.open(path)
      let rescued: string | undefined
      await withFault(async () => {
        try {
          await saveCheckpoint(file, network)
        } catch (error) {
          rescued = (error as Error).message.match(/is in (.*) instead$/)?.[1]
          expect(rescued).toBeDefined()
        }
      })
      expect(new Uint8Array(readFileSync(rescued ?? path))).toEqual(bytes)
      expect(readdirSync(dirname(path))).toHaveLength(rescued === undefined ? 1 : 2)
    })
    expect(operations).toBeGreaterThan(10)
  },
)
