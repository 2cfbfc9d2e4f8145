import { type Args, defaultGenerator, type Generator, kinds, signature } from '@nn/tensor'
import { dataset, generator } from '../argument-kinds'
import { permutation } from '../samplers/permutation'
import type { Dataset } from './dataset'
import { Subset } from './subset'

export interface RandomSplitOptions {
  /** The stream to draw from. Default: the one that `manualSeed` seeds. */
  generator?: Generator
}

const takes = signature('randomSplit', { dataset, lengths: kinds.numbers }, { generator })

/**
 * Splits a dataset at random into parts that do not overlap.
 *
 * @param lengths the parts' lengths, or fractions that add up to 1; what rounding down fractions leaves over goes to the
 *   first parts, a sample each
 * @throws RangeError when lengths are negative, no integers, or do not add up to the dataset's length.
 * @example
 * const [train, validation] = randomSplit(new TensorDataset(arange(10)), [0.8, 0.2])
 * train.length // 8
 * @see torch.utils.data.random_split
 */
export function randomSplit<Sample, const Lengths extends readonly number[]>(
  dataset: Dataset<Sample> | readonly Sample[],
  lengths: Lengths,
  ...args: Args<RandomSplitOptions, ['generator']>
): { -readonly [Part in keyof Lengths]: Subset<Sample> } {
  const { generator = defaultGenerator } = takes([dataset, lengths], args)
  const sizes = areFractions(lengths) ? sizesOf(lengths, dataset.length) : lengths
  checkSizes(sizes, dataset.length)
  const order = permutation(dataset.length, generator)
  let end = 0
  const parts = sizes.map((size) => {
    end += size
    return new Subset(dataset, order.slice(end - size, end))
  })
  return parts as { -readonly [Part in keyof Lengths]: Subset<Sample> }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function areFractions(lengths: readonly number[]): boolean {
  return Math.abs(sum(lengths) - 1) < 1e-9 && lengths.every((length) => length >= 0)
}

function sizesOf(fractions: readonly number[], total: number): number[] {
  const sizes = fractions.map((fraction) => Math.floor(total * fraction))
  const left = total - sum(sizes)
  return sizes.map((size, i) => (i < left ? size + 1 : size))
}

function checkSizes(sizes: readonly number[], total: number): void {
  const wrong = sizes.find((size) => !Number.isInteger(size) || size < 0)
  if (wrong !== undefined) {
    throw new RangeError(
      `randomSplit: expects lengths, or fractions that add up to 1, got ${wrong} in [${sizes.join(', ')}]`,
    )
  }
  if (sum(sizes) !== total) {
    throw new RangeError(
      `randomSplit: the lengths [${sizes.join(', ')}] add up to ${sum(sizes)}, the dataset has ${total} samples`,
    )
  }
}
