import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Finished, runCli } from '../run-cli'
import { smallMnist } from '../small-mnist'
import { temporaryFolder } from '../temporary-folder'

async function trained(data: string): Promise<{ file: string; training: Finished }> {
  const file = join(temporaryFolder(), 'model.safetensors')
  const flags = ['--data', data, '--epochs', '1', '--hidden', '16', '--save', file]
  return { file, training: await runCli('train', 'mnist', ...flags) }
}

test('nn eval comes to the accuracy that nn train ended with', async () => {
  const data = smallMnist()
  const { file, training } = await trained(data)
  const accuracy = training.stdout.match(/\ntest accuracy (\d+\.\d\d %)/)?.[1]
  const { code, stdout } = await runCli('eval', file, '--data', data)
  expect(code).toBe(0)
  expect(stdout).toContain('784-16-10, ReLU, LogSoftmax')
  expect(stdout).toContain(`test accuracy  ${accuracy} (`)
})

test('nn predict draws what nn train showed', async () => {
  const data = smallMnist()
  const { file, training } = await trained(data)
  const { code, stdout } = await runCli('predict', file, '0', '--data', data)
  expect(code).toBe(0)
  expect(stdout).toContain('test image 0: a ')
  expect(training.stdout).toContain(stdout)
})

test('nn predict refuses an image that is not there', async () => {
  const data = smallMnist()
  const { file } = await trained(data)
  const { code, stderr } = await runCli('predict', file, '20', '--data', data)
  expect(code).toBe(2)
  expect(stderr).toBe('error: image index 20 is out of range: the test images are 0 to 19\n')
})

test.each(['eval', 'predict'])('nn %s refuses a missing and a damaged file', async (command) => {
  const data = smallMnist()
  const { file } = await trained(data)
  const rest = command === 'predict' ? ['0'] : []

  const missing = await runCli(command, `${file}.missing`, ...rest)
  expect(missing.code).toBe(1)
  expect(missing.stderr).toMatch(/^error: cannot load .*\.missing: ENOENT.*\n$/)

  writeFileSync(file, readFileSync(file).subarray(0, 1000))
  const damaged = await runCli(command, file, ...rest)
  expect(damaged.code).toBe(1)
  expect(damaged.stderr).toMatch(/^error: cannot load .*model\.safetensors: cut short: .*\n$/)
})
