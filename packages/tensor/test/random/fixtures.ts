import streams from '../../../testing/fixtures/random.json'
import moreStreams from '../../../testing/fixtures/random_more.json'
import type { DType } from '../../src/core/dtype'

/** One call on a freshly seeded generator, and what PyTorch gives for it. */
export interface Stream {
  readonly seed: number
  readonly call: string
  readonly out: { readonly shape: number[]; readonly dtype: DType; readonly data: number[] }
}

/** One kind of fill, run for every seed and every length. */
interface Fill {
  readonly fill: string
  readonly dtype: DType
  readonly arguments: number[]
}

/** What `generate/random_more.py` wrote. */
interface MoreStreams {
  readonly seeds: string[]
  readonly lengths: number[]
  readonly exact: (Fill & { readonly crc32AndNext: [crc32: number, next: number][][] })[]
  readonly closeLengths: number[]
  readonly close: (Fill & { readonly values: number[][][] })[]
  readonly words: string[][]
  readonly stateCrc32: number[]
}

export const pytorchStreams: Stream[] = streams.streams as unknown as Stream[]
export const pytorchFills: MoreStreams = moreStreams as unknown as MoreStreams
