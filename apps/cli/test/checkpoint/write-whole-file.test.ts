import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkWritable, writeWholeFile } from '../../src/checkpoint/write-whole-file'
import { temporaryFolder } from '../temporary-folder'

test('writeWholeFile replaces a file and leaves nothing else behind', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'model.safetensors')
  writeFileSync(path, 'before')
  writeWholeFile(path, new Uint8Array([1, 2, 3]))
  expect([...readFileSync(path)]).toEqual([1, 2, 3])
  expect(readdirSync(folder)).toEqual(['model.safetensors'])
})

test('writeWholeFile cleans up when it fails', () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'taken'))
  expect(() => writeWholeFile(join(folder, 'taken'), new Uint8Array([1]))).toThrow()
  expect(readdirSync(folder)).toEqual(['taken'])
})

test('checkWritable accepts new and existing files of an existing folder', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'old'), '')
  checkWritable(join(folder, 'old'))
  checkWritable(join(folder, 'new'))
  expect(readdirSync(folder)).toEqual(['old'])
})

test('checkWritable refuses a missing folder and a path that is a folder', () => {
  const folder = temporaryFolder()
  expect(() => checkWritable(join(folder, 'missing', 'file'))).toThrow(/there is no folder .*missing/)
  expect(() => checkWritable(folder)).toThrow('it is a folder')
})
