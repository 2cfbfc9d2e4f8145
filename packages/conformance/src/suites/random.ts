import { DataLoader, type Dataset, randomSplit, TensorDataset } from '@nn/data'
import { arange, cat, manualSeed, rand, Tensor, tensor } from '@nn/tensor'
import type { EncodedTensor } from '@nn/testing'
import { bitDifference } from '../compare'
import { readJson } from '../fixtures'
import { initNames } from '../names/init'
import { torchNames } from '../names/torch'
import { callOp, evaluate, type Names, type PythonFunction } from '../python/evaluate'
import type { Result } from '../report'
import { collect } from './collect'

/** What a call gave after a seed. */
interface StreamCase {
  readonly seed: number
  readonly call: string
  readonly out: EncodedTensor
}

/** The batches of two epochs, and what is drawn after them. */
interface LoaderCase {
  readonly seed: number
  readonly n: number
  readonly batch_size: number
  readonly shuffle?: boolean
  readonly drop_last?: boolean
  readonly epochs: readonly (readonly (readonly number[])[])[]
  readonly rand_after: EncodedTensor
}

interface SplitCase {
  readonly seed: number
  readonly random_split: readonly (readonly number[])[]
}

interface RandomFile {
  readonly streams: readonly StreamCase[]
  readonly loader: readonly (LoaderCase | SplitCase)[]
}

/** Runs what is in `random.json`. */
export function runRandom(directory: string): Result[] {
  const { streams, loader } = readJson<RandomFile>(directory, 'random.json')
  return [
    collect('random.json streams', streams, checkStream, ({ call, seed }) => `${call} from seed ${seed}`),
    collect('random.json loader', loader, checkOrder),
  ]
}

/** `bernoulli(0.3, (20,))` fills a tensor of that shape; of a tensor it takes the elements' own probabilities. */
const bernoulli: PythonFunction = ([probability, shape], keywords) =>
  probability instanceof Tensor
    ? callOp('bernoulli', [probability], keywords)
    : callOp('bernoulli_', [callOp('empty', [shape], {}), probability], keywords)

const multinomial: PythonFunction = ([weights, ...rest]) =>
  callOp('multinomial', [tensor(weights as number[], { dtype: 'float32' }), ...rest], {})

const dropout: PythonFunction = ([x, p]) => callOp('nn.functional.dropout', [x, p], {})

/** What the calls of the streams are made of. */
const names: Names = {
  ...torchNames,
  bernoulli,
  multinomial,
  dropout,
  init: initNames,
  replacement: true,
  sqrt: ([x]: readonly number[]) => Math.sqrt(x as number),
}

/** The script's short forms of a call as Python has them. */
function asPython(call: string): string {
  return call.replace('(probs ', '(').replace(/^(\w+\(.*\)) of (\(.*\))$/, 'empty($2).$1')
}

function checkStream({ seed, call, out }: StreamCase): string | null {
  manualSeed(seed)
  const parts = call.split(' then ').map((part) => evaluate(asPython(part), names) as Tensor)
  return bitDifference(parts.length === 1 ? (parts[0] as Tensor) : cat(parts), out)
}

function checkOrder(testCase: LoaderCase | SplitCase): string | null {
  manualSeed(testCase.seed)
  return 'random_split' in testCase ? checkSplit(testCase) : checkLoader(testCase)
}

function checkLoader({ n, epochs, rand_after: after, ...options }: LoaderCase): string | null {
  const { batch_size: batchSize, shuffle = false, drop_last: dropLast = false } = options
  const loader = new DataLoader(new TensorDataset(arange(n)), { batchSize, shuffle, dropLast })
  for (const [i, expected] of epochs.entries()) {
    const batches = Array.from(loader, ([numbers]) => (numbers as Tensor).toArray())
    const difference = listDifference(batches, expected)
    if (difference !== null) return `epoch ${i}: ${difference}`
  }
  return bitDifference(rand(after.shape), after)
}

function checkSplit({ random_split: expected }: SplitCase): string | null {
  const sizes = expected.map((part) => part.length)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const dataset: Dataset<unknown> = new TensorDataset(arange(total))
  return listDifference(
    randomSplit(dataset, sizes).map(({ indices }) => [...indices]),
    expected,
  )
}

function listDifference(ours: unknown, theirs: unknown): string | null {
  const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)]
  return a === b ? null : `${a}, expected ${b}`
}
