import { type NestedArray, ShapeError, stack, Tensor, type TypedArray, tensor } from '@nn/tensor'
import type { Collated } from './collated'

/**
 * One batch out of a list of samples. Tensors and typed arrays are stacked along a new first dimension; numbers become a
 * tensor, int64 where all are integers and float64 otherwise; booleans a bool tensor; strings stay a list. Arrays and
 * plain objects are collated element by element.
 *
 * @throws ShapeError for tensors of different shapes and arrays of different lengths.
 * @throws TypeError for an empty list, samples of different kinds, and what is none of these.
 * @example
 * const [points, labels] = defaultCollate([[tensor([1.5, 2]), 0], [tensor([3.5, 4]), 1]] as [Tensor, number][])
 * points.shape // [2, 2]
 * labels.dtype // 'int64'
 * @see torch.utils.data.default_collate
 */
export function defaultCollate<Sample>(samples: readonly Sample[]): Collated<Sample> {
  return collate(samples) as Collated<Sample>
}

/** The kinds of samples, and how a list of each becomes a batch. */
const collateKind = {
  tensor: (samples: Tensor[]) => stack(samples),
  'typed array': (samples: TypedArray[]) => stack(samples.map((sample) => tensor(sample))),
  number: (samples: number[]) => tensor(samples, { dtype: samples.every(Number.isSafeInteger) ? 'int64' : 'float64' }),
  boolean: (samples: boolean[]) => tensor(samples as NestedArray),
  string: (samples: string[]) => samples,
  array: (samples: unknown[][]) => {
    const [first] = samples as [unknown[]]
    for (const [i, sample] of samples.entries()) {
      if (sample.length === first.length) continue
      throw new ShapeError(
        `defaultCollate: each sample of a batch should be of equal size, but got ${first.length} elements at entry 0 and ${sample.length} at entry ${i}`,
      )
    }
    return first.map((_, place) => collate(samples.map((sample) => sample[place])))
  },
  object: (samples: Record<string, unknown>[]) => {
    const [first] = samples as [Record<string, unknown>]
    return Object.fromEntries(Object.keys(first).map((key) => [key, collate(samples.map((sample) => sample[key]))]))
  },
}

function collate(samples: readonly unknown[]): unknown {
  if (samples.length === 0) throw new TypeError('defaultCollate: a batch needs at least one sample, got none')
  const kind = kindOf(samples[0])
  for (const [i, sample] of samples.entries()) {
    if (kindOf(sample) === kind) continue
    throw new TypeError(
      `defaultCollate: samples of a batch should be of one kind, but got ${kind} at entry 0 and ${kindOf(sample)} at entry ${i}`,
    )
  }
  return (collateKind[kind] as (samples: readonly unknown[]) => unknown)(samples)
}

function kindOf(sample: unknown): keyof typeof collateKind {
  if (sample instanceof Tensor) return 'tensor'
  if (Array.isArray(sample)) return 'array'
  if (ArrayBuffer.isView(sample) && !(sample instanceof DataView)) return 'typed array'
  const type = typeof sample
  if (type === 'number' || type === 'boolean' || type === 'string') return type
  if (sample !== null && type === 'object' && Object.getPrototypeOf(sample) === Object.prototype) return 'object'
  throw new TypeError(
    `defaultCollate: samples must be tensors, numbers, booleans, strings, arrays or plain objects, got ${nameOf(sample)}`,
  )
}

function nameOf(sample: unknown): string {
  return typeof sample === 'object' && sample !== null ? (sample.constructor?.name ?? 'an object') : String(sample)
}
