import { useWasm } from '@nn/backend-wasm'
import { run } from '@nn/cli'
import { MNIST } from '@nn/data'
import { readFixture } from '@nn/testing'
import { pixelTransform, tutorialNormalization } from '@nn/trainer'
import { beforeAll, expect, test, vi } from 'vitest'
import { classify } from '../../../src/playground/session/classify'
import { type Digits, loadDigits } from '../../../src/playground/session/digits'
import type { EpochResult } from '../../../src/playground/session/history'
import { type Progress, type TrainingListener, TrainingSession } from '../../../src/playground/session/training-session'
import { defaultSettings, type Settings } from '../../../src/playground/settings/settings'
import { terminalCommand } from '../../../src/playground/settings/terminal-command'
import { smallMnist } from '../small-mnist'

vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  await useWasm()
})

/** Writes down what a session tells. */
class Notes implements TrainingListener {
  readonly reports: Progress[] = []
  readonly epochs: EpochResult[] = []
  pauses = 0

  progress(progress: Progress): void {
    this.reports.push(progress)
  }

  epoch(result: EpochResult): void {
    this.epochs.push(result)
  }

  paused(): void {
    this.pauses++
  }

  get trainingLosses(): (number | null)[] {
    return this.epochs.map(({ trainingLoss }) => trainingLoss)
  }
}

/** What a command prints, line by line. */
async function linesOf(command: () => Promise<number>): Promise<string[]> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    expect(await command()).toBe(0)
    return log.mock.calls.flatMap(([text]) => String(text).split('\n'))
  } finally {
    log.mockRestore()
  }
}

async function smallDigits(): Promise<Digits> {
  return loadDigits({ root: smallMnist({ train: 2000, test: 300 }) }, () => {})
}

interface Run {
  name: string
  seed: number
  images: number
  batch_size: number
  losses: number[]
}

test("a session's first losses are those of PyTorch", async () => {
  const run = readFixture<{ runs: Run[] }>('training.json').runs.find(
    ({ name }) => name === 'mlp NLLLoss SGD(lr=0.003)',
  )!
  const stepsPerEpoch = run.images / run.batch_size
  const transform = pixelTransform(tutorialNormalization)
  const { images, targets } = await MNIST.load({ train: true })
  const first = { images: images.at(`:${run.images}`), targets: targets.at(`:${run.images}`) }
  const trainset = new MNIST(first, { transform })
  const notes = new Notes()
  const settings = { ...defaultSettings, seed: run.seed, batchSize: run.batch_size }
  await new TrainingSession(settings, { trainset, testset: trainset }).train(1, notes)
  const mean = run.losses.slice(0, stepsPerEpoch).reduce((sum, loss) => sum + loss, 0) / stepsPerEpoch
  expect(Math.abs(notes.epochs[1]!.trainingLoss! - mean)).toBeLessThan(1e-5)
})

const settingsOfRuns: Settings[] = [
  { ...defaultSettings, epochs: 2 },
  { ...defaultSettings, epochs: 2, hidden: [40], activation: 'tanh', dropout: 0.3, momentum: 0.9, lr: 0.01, seed: 11 },
  {
    ...defaultSettings,
    epochs: 2,
    hidden: [],
    optimizer: 'adamw',
    lr: 0.002,
    weightDecay: 0.1,
    batchSize: 50,
    seed: 5,
  },
]

test.each(settingsOfRuns)(
  'a session goes through the losses of `nn train`, to the last digit shown: seed $seed',
  async (settings) => {
    const folder = smallMnist({ train: 2000, test: 300 })
    const flags = terminalCommand(settings).split(' ').slice(1)
    const lines = await linesOf(() => run([...flags, '--data', folder]))
    const expected = lines.map((line) => line.trim().split(/\s+/)).filter(([epoch]) => epoch?.endsWith('/2'))

    const notes = new Notes()
    await new TrainingSession(settings, await loadDigits({ root: folder }, () => {})).train(2, notes)
    const shown = notes.epochs.slice(1).map(({ epoch, trainingLoss, validation }) => {
      const accuracy = (validation.accuracy * 100).toFixed(2)
      return [`${epoch}/2`, trainingLoss!.toFixed(8), validation.loss.toFixed(8), accuracy]
    })
    expect(shown).toEqual(expected.map((cells) => cells.slice(0, 4)))
  },
)

test('pausing and looking at the network in between change nothing', async () => {
  const digits = await smallDigits()
  const settings = { ...defaultSettings, dropout: 0.2 }
  const undisturbed = new Notes()
  await new TrainingSession(settings, digits).train(2, undisturbed)

  const session = new TrainingSession(settings, digits)
  const look = (): void => {
    const checkpoint = { model: session.model, architecture: settings, normalization: tutorialNormalization }
    classify(checkpoint, new Uint8Array(784).fill(100))
  }
  const disturbed = new Notes()
  disturbed.epoch = (result) => {
    disturbed.epochs.push(result)
    session.pause()
  }
  disturbed.paused = () => {
    disturbed.pauses++
    look()
    setTimeout(() => session.resume(), 5)
  }
  await session.train(2, disturbed)
  expect(disturbed.pauses).toBe(2)
  expect(disturbed.trainingLosses).toEqual(undisturbed.trainingLosses)
  expect(disturbed.epochs.at(-1)?.validation).toEqual(undisturbed.epochs.at(-1)?.validation)
})

test('a session scores the network before the first epoch and after each, and reports how far it is', async () => {
  const notes = new Notes()
  const outcome = await new TrainingSession(defaultSettings, await smallDigits()).train(2, notes)
  expect(outcome).toEqual({ kind: 'finished' })
  expect(notes.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2])
  expect(notes.trainingLosses[0]).toBeNull()
  expect(notes.epochs[0]?.validation.loss).toBeCloseTo(Math.log(10), 1)
  const points = notes.reports.flatMap(({ points }) => points)
  expect(points.at(-1)?.epoch).toBe(2)
  expect(points.length).toBeGreaterThanOrEqual(40)
  const last = notes.reports.at(-1)
  expect(last).toMatchObject({ epoch: 2, step: 32, steps: 32 })
  expect(last?.meanLoss).toBe(notes.trainingLosses[2])
  expect(last?.imagesPerSecond).toBeGreaterThan(0)
})

test('a session goes on from given weights', async () => {
  const digits = await smallDigits()
  const first = new TrainingSession(defaultSettings, digits)
  const before = new Notes()
  await first.train(1, before)

  const after = new Notes()
  const second = new TrainingSession(defaultSettings, digits, { weights: first.model.stateDict(), epochs: 1 })
  await second.train(1, after)
  expect(after.epochs.map(({ epoch }) => epoch)).toEqual([2])
  expect(after.trainingLosses[0]).toBeLessThan(before.trainingLosses[1]!)
})

test('a session ends where the loss runs away, and says where', async () => {
  const session = new TrainingSession({ ...defaultSettings, lr: 100 }, await smallDigits())
  const outcome = await session.train(1, new Notes())
  expect(outcome).toMatchObject({ kind: 'diverged', epoch: 1 })
  if (outcome.kind === 'diverged') {
    expect(outcome.loss).toBeGreaterThan(10_000)
    expect(outcome.step).toBeGreaterThan(1)
  }
})

test('a pause that was asked for after the end of a training holds up no other one', async () => {
  const session = new TrainingSession(defaultSettings, await smallDigits())
  const notes = new Notes()
  await session.train(1, notes)
  session.pause()
  expect(await session.train(1, notes)).toEqual({ kind: 'finished' })
})

test('a session can be stopped in a pause', async () => {
  const digits = await smallDigits()
  const session = new TrainingSession({ ...defaultSettings, hidden: [1000, 1000] }, digits)
  const notes = new Notes()
  notes.progress = () => session.pause()
  notes.paused = () => session.stop()
  expect(await session.train(100, notes)).toEqual({ kind: 'stopped' })
  expect(notes.epochs.length).toBeLessThan(100)
})
