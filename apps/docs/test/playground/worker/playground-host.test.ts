import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useWasm } from '@nn/backend-wasm'
import { run } from '@nn/cli'
import { buildModel, parseCheckpoint, serializeCheckpoint } from '@nn/trainer'
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { defaultSettings } from '../../../src/playground/settings/settings'
import type { PlaygroundEvent } from '../../../src/playground/worker/api'
import { PlaygroundHost } from '../../../src/playground/worker/playground-host'
import { smallMnist } from '../small-mnist'

vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  await useWasm()
})

type EventOf<Type> = Extract<PlaygroundEvent, { type: Type }>

interface Playground {
  /** The folder of its images, which goes when the test ends. */
  readonly root: string
  readonly host: PlaygroundHost
  readonly told: <Type extends PlaygroundEvent['type']>(type: Type) => EventOf<Type>[]
}

function playground(): Playground {
  const events: PlaygroundEvent[] = []
  const root = smallMnist({ train: 3000, test: 500 })
  const host = new PlaygroundHost({ root }, (event) => events.push(event))
  const told = <Type extends PlaygroundEvent['type']>(type: Type): EventOf<Type>[] =>
    events.filter((event): event is EventOf<Type> => event.type === type)
  return { root, host, told }
}

const settings = { ...defaultSettings, optimizer: 'adam', lr: 0.01, hidden: [32] } as const

test('an untrained network answers with guesses, a trained one knows better', async () => {
  const { host, told } = playground()
  const firstLayer = await host.create(settings)
  expect(firstLayer).toMatchObject({ units: 32, shown: 32 })
  expect(firstLayer.weights).toHaveLength(32 * 784)

  const { pixels } = await host.pickTestImage()
  const guess = await host.classify(pixels)
  expect(guess).toHaveLength(10)
  expect(guess.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5)
  expect(Math.max(...guess)).toBeLessThan(0.5)

  // Many of them, as it may be wrong about any one.
  const images = await Promise.all(Array.from({ length: 100 }, () => host.pickTestImage()))
  const meanOfLabels = async (): Promise<number> => {
    const answers = await Promise.all(images.map(({ pixels }) => host.classify(pixels)))
    return answers.reduce((sum, answer, i) => sum + answer[images[i]!.label]!, 0) / images.length
  }
  expect(await meanOfLabels()).toBeLessThan(0.2)

  expect(await host.train(3)).toEqual({ kind: 'finished' })
  const [before, , , after] = told('epoch')
  expect(before!.result.validation.accuracy).toBeLessThan(0.3)
  expect(after!.result.validation.accuracy).toBeGreaterThan(0.8)
  expect(await meanOfLabels()).toBeGreaterThan(0.6)
})

test('each epoch comes with its confusions, its worst mistakes and the network as a file', async () => {
  const { host, told } = playground()
  await host.create(settings)
  await host.train(1)
  const { result, insight, file } = told('epoch').at(-1)!
  const counts = insight.confusion.flat()
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(500)
  const right = insight.confusion.reduce((sum, row, label) => sum + row[label]!, 0)
  expect(right / 500).toBeCloseTo(result.validation.accuracy, 12)
  expect(insight.mistakes).toBe(500 - right)
  expect(insight.worst.map(({ loss }) => loss)).toEqual(insight.worst.map(({ loss }) => loss).sort((a, b) => b - a))
  for (const { label, answer, pixels } of insight.worst) {
    expect(answer).not.toBe(label)
    const probabilities = await host.classify(pixels)
    expect(probabilities.indexOf(Math.max(...probabilities))).toBe(answer)
  }
  expect(parseCheckpoint(file).architecture).toEqual({ hidden: [32], activation: 'relu', dropout: 0 })
})

test('a saved network does as well when it is opened again, and trains on', async () => {
  const { host, told } = playground()
  await host.create(settings)
  await host.train(1)
  const { result } = told('epoch').at(-1)!
  const file = await host.save()

  const other = playground()
  const described = await other.host.inspect(file)
  expect(described).toEqual({ hidden: [32], activation: 'relu', dropout: 0 })
  await other.host.open(file, { ...defaultSettings, ...described }, 1)
  await other.host.test()
  expect(other.told('epoch')[0]?.result).toEqual({ ...result, trainingLoss: null, seconds: 0 })
  await other.host.train(1)
  expect(other.told('epoch').map(({ result: { epoch } }) => epoch)).toEqual([1, 2])
})

test('a saved network does as well in the terminal', async () => {
  const { root, host, told } = playground()
  await host.create(settings)
  await host.train(1)
  const { loss, accuracy } = told('epoch').at(-1)!.result.validation

  const file = join(root, 'mnist.safetensors')
  writeFileSync(file, await host.save())
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(() => log.mockRestore())
  expect(await run(['eval', file, '--data', root])).toBe(0)
  const printed = log.mock.calls.join('\n')
  expect(printed).toContain(loss.toFixed(8))
  expect(printed).toContain(`${(100 * accuracy).toFixed(2)} %`)
})

test('a file that holds no network of ours is refused, and the network there was stays', async () => {
  const { host } = playground()
  await host.create(settings)
  const blank = new Uint8Array(784)
  const answer = await host.classify(blank)
  await expect(host.inspect(new Uint8Array(3))).rejects.toThrow('3 bytes are too few for a safetensors file')

  const architecture = { hidden: [8], activation: 'relu', dropout: 0 } as const
  const model = buildModel(architecture)
  const other = serializeCheckpoint({ model, architecture, normalization: { mean: 0.1307, std: 0.3081 } })
  await expect(host.open(other, settings, 0)).rejects.toThrow(
    'normalised with mean 0.1307 and standard deviation 0.3081',
  )
  expect(await host.classify(blank)).toEqual(answer)
})

test('a new network ends the training of the one before', async () => {
  const { host, told } = playground()
  await host.create(settings)
  const training = host.train(100)
  await expect.poll(() => told('progress').length, { timeout: 30_000 }).toBeGreaterThan(0)
  await host.pause()
  await expect.poll(() => told('paused').length, { timeout: 30_000 }).toBe(1)
  await host.create(settings)
  expect(await training).toEqual({ kind: 'stopped' })
})

test('a new network while the images are still loading does too', async () => {
  const { host, told } = playground()
  await host.create(settings)
  const training = host.train(1)
  await host.create(settings)
  expect(await training).toEqual({ kind: 'stopped' })
  expect(told('epoch')).toEqual([])
})
