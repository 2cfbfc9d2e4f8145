import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WholeFile } from '../src/index'
import { temporaryFolder } from './support/folder'

function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid
}

async function leftAfterSaving(...names: string[]): Promise<string[]> {
  const folder = temporaryFolder()
  for (const name of names) writeFileSync(join(folder, name), '')
  await (await WholeFile.open(join(folder, 'model'))).write(new Uint8Array([1]))
  return readdirSync(folder).filter((name) => name !== 'model')
}

test('WholeFile removes what processes left behind that are dead', async () => {
  expect(await leftAfterSaving(`.nn-${deadProcess()}-0123456789abcdef.tmp`)).toEqual([])
})

test('WholeFile removes what a process of the same number left behind, as in a container that was started again', async () => {
  expect(await leftAfterSaving(`.nn-${process.pid}-0123456789abcdef.tmp`)).toEqual([])
})

test('WholeFile leaves alone what live processes are writing, and all that is not its own', async () => {
  const others = [
    `.nn-${process.ppid}-0123456789abcdef.tmp`,
    `.nn-${deadProcess()}-0123456789abcdef.tmp2`,
    '.nn-1.tmp',
    'x.tmp',
  ]
  expect(await leftAfterSaving(...others)).toEqual(others.sort())
})

test('WholeFile is opened twice in one process', async () => {
  const folder = temporaryFolder()
  const first = await WholeFile.open(join(folder, 'model'))
  const second = await WholeFile.open(join(folder, 'model'))
  await first.write(new Uint8Array([1]))
  await second.write(new Uint8Array([2]))
  expect(readdirSync(folder)).toEqual(['model'])
})
