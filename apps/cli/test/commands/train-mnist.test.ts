import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
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

test.each([
  ['1e30', 2, 64, /at epoch \d, step \d/],
  ['1000', 2, 8, /at epoch \d, step \d/],
  // In its only step.
  ['1e30', 1, 96, /on the test images after epoch 1/],
])(
  'nn train mnist --lr %s stops where the loss has blown up, and leaves an earlier file alone',
  async (lr, epochs, batchSize, where) => {
    const file = join(temporaryFolder(), 'model.safetensors')
    writeFileSync(file, 'earlier')
    const flags = ['--lr', lr, '--epochs', String(epochs), '--batch-size', String(batchSize), '--save', file]
    const { code, stdout, stderr } = await runCli('train', 'mnist', '--data', smallMnist(), ...flags)
    expect(code).toBe(1)
    expect(stderr).toMatch(
      /^error: training stops: the loss became (NaN|Infinity|\d\.\de\+\d+) .*; a lower --lr may help\n$/,
    )
    expect(stderr).toMatch(where)
    expect(stdout).not.toMatch(/accuracy \d/)
    expect(readFileSync(file, 'utf8')).toBe('earlier')
    expect(readdirSync(dirname(file))).toEqual(['model.safetensors'])
  },
)

test.each([
  [(folder: string) => join(folder, 'missing', 'model'), /there is no folder .*missing/],
  [(folder: string) => folder, /it is a folder/],
  [(folder: string) => join(folder, 'x'.repeat(256)), /ENAMETOOLONG/],
  [() => '', /a file without a name/],
])('nn train mnist refuses a place where it could not save before it trains', async (place, reason) => {
  const folder = temporaryFolder()
  const { code, stdout, stderr } = await runCli('train', 'mnist', '--save', place(folder))
  expect(code).toBe(1)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^error: cannot write .*\n$/)
  expect(stderr).toMatch(reason)
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(process.platform === 'win32')('nn train mnist --save /dev/null saves nowhere', async () => {
  const { code, stdout } = await runCli(
    'train',
    'mnist',
    '--data',
    smallMnist(),
    '--epochs',
    '1',
    '--save',
    '/dev/null',
  )
  expect(code).toBe(0)
  expect(stdout).toContain('saved as /dev/null')
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
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
