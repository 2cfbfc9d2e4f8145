import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFixture } from '@nn/testing'
import { expect, test } from 'vitest'
import { runCli } from '../run-cli'
import { smallMnist } from '../small-mnist'
import { temporaryFolder } from '../temporary-folder'

interface FullRuns {
  runs: { seed: number; log: { training_loss: number; test_loss: number; test_accuracy: number }[] }[]
}

/** The numbers in the line of an epoch. */
function epochLine(stdout: string, epoch: string): number[] {
  const line = stdout.split('\n').find((text) => text.trim().startsWith(`${epoch} `)) ?? ''
  return line.match(/\d+\.\d+/g)?.map(Number) ?? []
}

test("nn train mnist goes through PyTorch's own losses", async () => {
  const expected = readFixture<FullRuns>('full_run.json').runs[0]?.log[0]
  const { code, stdout } = await runCli('train', 'mnist', '--epochs', '1')
  expect(code).toBe(0)
  const [trainingLoss = 0, testLoss = 0, accuracy = 0] = epochLine(stdout, '1/1')
  expect(Math.abs(trainingLoss - expected!.training_loss)).toBeLessThan(5e-5)
  expect(Math.abs(testLoss - expected!.test_loss)).toBeLessThan(1e-3)
  expect(Math.abs(accuracy / 100 - expected!.test_accuracy)).toBeLessThan(1e-3)
}, 60_000)

test('nn train mnist says what it trains, and ends with the accuracy and two predictions', async () => {
  const { code, stdout, stderr } = await runCli('train', 'mnist', '--data', smallMnist(), '--epochs', '2')
  expect(code).toBe(0)
  expect(stderr).toBe('')
  expect(stdout).toContain('784-128-64-10, ReLU, LogSoftmax (109,386 parameters)')
  expect(stdout).toContain('MNIST, 96 images to train on, 20 to test with')
  expect(stdout).toContain('sgd, lr 0.003')
  expect(stdout).toContain('2 × 2 batches of 64 images')
  expect(stdout).toMatch(/\n\s+1\/2 .*%.*\n\s+2\/2 .*%.*\n\ntest accuracy \d+\.\d\d %\n/)
  expect(stdout).toContain('test image 0: a ')
  expect(stdout).toMatch(/test image \d+: a \d, taken for a \d/)
})

test('nn train mnist takes its settings from the command line', async () => {
  const flags =
    '--optimizer adamw --lr 0.01 --weight-decay 0.1 --hidden 32 --activation tanh --dropout 0.5 --batch-size 10 --seed -7 --backend js'
  const { code, stdout } = await runCli('train', 'mnist', '--data', smallMnist(), '--epochs', '1', ...flags.split(' '))
  expect(code).toBe(0)
  expect(stdout).toContain('784-32-10, Tanh, LogSoftmax, dropout 0.5 (25,450 parameters)')
  expect(stdout).toContain('adamw, lr 0.01, weight decay 0.1')
  expect(stdout).toContain('1 × 10 batches of 10 images')
  expect(stdout).toMatch(/seed\s+-7\n/)
  expect(stdout).toMatch(/backend\s+js\n/)
})

test('nn train mnist gives each optimizer its own learning rate by default', async () => {
  const data = smallMnist()
  for (const [optimizer, lr] of [
    ['sgd', '0.003'],
    ['adam', '0.001'],
    ['adamw', '0.001'],
  ] as const) {
    const { stdout } = await runCli('train', 'mnist', '--data', data, '--epochs', '1', '--optimizer', optimizer)
    expect(stdout).toContain(`${optimizer}, lr ${lr}\n`)
  }
})

test('nn train mnist gives the same losses for the same seed, and others for another', async () => {
  const data = smallMnist()
  const losses: number[][] = []
  for (const seed of ['3', '3', '4']) {
    const { stdout } = await runCli('train', 'mnist', '--data', data, '--epochs', '1', '--seed', seed)
    losses.push(epochLine(stdout, '1/1').slice(0, 2))
  }
  expect(losses[1]).toEqual(losses[0])
  expect(losses[2]).not.toEqual(losses[0])
})

test('nn train mnist stops where the loss is no number any more, and leaves an earlier file alone', async () => {
  const file = join(temporaryFolder(), 'model.safetensors')
  writeFileSync(file, 'earlier')
  const { code, stderr } = await runCli('train', 'mnist', '--data', smallMnist(), '--lr', '1e30', '--save', file)
  expect(code).toBe(1)
  expect(stderr).toMatch(/^error: training stops: the loss became (NaN|Infinity) at epoch \d, step \d; .*\n$/)
  expect(readFileSync(file, 'utf8')).toBe('earlier')
})

test('nn train mnist refuses a place to save in that does not exist before it trains', async () => {
  const file = join(temporaryFolder(), 'missing', 'model.safetensors')
  const { code, stdout, stderr } = await runCli('train', 'mnist', '--save', file)
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^error: cannot write .*: there is no folder .*\n$/)
  expect(existsSync(file)).toBe(false)
})

test('nn train mnist refuses a missing, a damaged and an empty data set', async () => {
  const missing = join(temporaryFolder(), 'missing')
  expect(await runCli('train', 'mnist', '--data', missing)).toMatchObject({
    code: 1,
    stderr: `error: --data: there is no folder ${missing}\n`,
  })

  const damaged = smallMnist()
  const labels = join(damaged, 'train-labels-idx1-ubyte')
  writeFileSync(labels, readFileSync(labels).subarray(0, 50))
  const onDamaged = await runCli('train', 'mnist', '--data', damaged)
  expect(onDamaged.code).toBe(1)
  expect(onDamaged.stderr).toMatch(/^error: .*train-labels-idx1-ubyte.*\n$/)

  const empty = smallMnist({ test: 0 })
  const onEmpty = await runCli('train', 'mnist', '--data', empty)
  expect(onEmpty).toMatchObject({ code: 1, stderr: `error: there are no test images in ${empty}\n` })
})
