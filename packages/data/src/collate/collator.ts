import { type DType, type NestedArray, ShapeError, show, stack, Tensor, type TypedArray, tensor } from '@nn/tensor'

/**
 * Makes a batch of samples.
 *
 * @param place where these stand in the dataset's samples, as `'[1]'` or `'.label'`; empty where they are whole samples
 */
export type Collate = (samples: readonly unknown[], place?: string) => unknown

export interface CollateOptions {
  /**
   * What numbers become. Default: int64 where all of a batch are integers and float64 otherwise; in a loader its first batch
   * decides for all.
   */
  numberDtype?: DType
}

/** A sample that contains itself is nested deeper. */
const MOST_DEPTH = 64

/**
 * A `Collate` that makes of the numbers at one place always the same dtype: whether a batch happens to hold integers only
 * must not matter.
 *
 * @param op as errors begin
 */
export function collator(op: string, { numberDtype }: CollateOptions = {}): Collate {
  const decided = new Map<string, DType>()

  function dtypeOf(numbers: readonly number[], place: string): DType {
    if (numberDtype !== undefined) return numberDtype
    const stray = numbers.find((value) => !Number.isSafeInteger(value))
    const dtype = decided.get(place) ?? (stray === undefined ? 'int64' : 'float64')
    if (dtype === 'int64' && stray !== undefined) {
      throw new TypeError(
        `${op}: the numbers${place && ` at ${place}`} were integers so far and became int64, but now there is ${stray}; say what they should become, as { numberDtype: 'float32' }`,
      )
    }
    decided.set(place, dtype)
    return dtype
  }

  /** The kinds of samples, and how a list of each becomes a batch. */
  const collateKind = {
    tensor: (samples: Tensor[]) => stack(samples),
    'typed array': (samples: TypedArray[]) => stack(samples.map((sample) => tensor(sample))),
    number: (samples: number[], place: string) => tensor(samples, { dtype: dtypeOf(samples, place) }),
    boolean: (samples: boolean[]) => tensor(samples as NestedArray),
    string: (samples: string[]) => samples,
    array: (samples: unknown[][], place: string) => {
      const [first] = samples as [unknown[]]
      for (const [i, sample] of samples.entries()) {
        if (sample.length === first.length) continue
        throw new ShapeError(
          `${op}: each sample of a batch should be of equal size, but got ${first.length} elements at entry 0 and ${sample.length} at entry ${i}`,
        )
      }
      return first.map((_, at) =>
        collate(
          samples.map((sample) => sample[at]),
          `${place}[${at}]`,
        ),
      )
    },
    object: (samples: Record<string, unknown>[], place: string) => {
      const [first] = samples as [Record<string, unknown>]
      const batch = Object.keys(first).map((key) => [
        key,
        collate(
          samples.map((sample) => sample[key]),
          `${place}.${key}`,
        ),
      ])
      return Object.fromEntries(batch)
    },
  }

  let depth = 0

  function collate(samples: readonly unknown[], place = ''): unknown {
    if (depth > MOST_DEPTH) throw new TypeError(`${op}: samples are nested more than ${MOST_DEPTH} deep`)
    depth++
    try {
      return collateOne(samples, place)
    } finally {
      depth--
    }
  }

  function collateOne(samples: readonly unknown[], place: string): unknown {
    if (samples.length === 0) throw new TypeError(`${op}: a batch needs at least one sample, got none`)
    const kind = kindOf(op, samples[0])
    for (const [i, sample] of samples.entries()) {
      if (kindOf(op, sample) === kind) continue
      throw new TypeError(
        `${op}: samples of a batch should be of one kind, but got ${kind} at entry 0 and ${kindOf(op, sample)} at entry ${i}`,
      )
    }
    return (collateKind[kind] as Collate)(samples, place)
  }

  return collate
}

function kindOf(
  op: string,
  sample: unknown,
): 'tensor' | 'typed array' | 'number' | 'boolean' | 'string' | 'array' | 'object' {
  if (sample instanceof Tensor) return 'tensor'
  if (Array.isArray(sample)) return 'array'
  if (ArrayBuffer.isView(sample) && !(sample instanceof DataView)) return 'typed array'
  const type = typeof sample
  if (type === 'number' || type === 'boolean' || type === 'string') return type
  if (sample !== null && type === 'object' && Object.getPrototypeOf(sample) === Object.prototype) return 'object'
  throw new TypeError(
    `${op}: samples must be tensors, numbers, booleans, strings, arrays or plain objects, got ${show(sample)}`,
  )
}
