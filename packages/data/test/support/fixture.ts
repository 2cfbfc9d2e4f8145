import { type DType, type Tensor, tensor } from '@nn/tensor'
import { type EncodedTensor, readFixture } from '@nn/testing'

type Epochs = [number[][], number[][]]

/** What `fixtures/generate/data.py` wrote. */
interface DataFixture {
  readonly samplers: {
    readonly sampler: string
    readonly seed: number
    readonly generator: boolean
    readonly length: number
    readonly epochs: unknown[]
    readonly next: number[]
    readonly nextOfGenerator: number[]
  }[]
  readonly loaders: {
    readonly seed: number
    readonly shuffle: boolean
    readonly dropLast: boolean
    readonly length: number
    readonly epochs: Epochs
    readonly next: number[]
    readonly nextOfGenerator: number[]
  }[]
  readonly splits: {
    readonly seed: number
    readonly total: number
    readonly lengths: number[]
    readonly parts: number[][]
    readonly next: number[]
  }[]
  readonly toTensor: EncodedTensor
  readonly normalize: { readonly mean: number[]; readonly std: number[]; readonly out: EncodedTensor }[]
  readonly colours: {
    readonly image: EncodedTensor
    readonly tensor: EncodedTensor
    readonly mean: number[]
    readonly std: number[]
    readonly out: EncodedTensor
  }
  readonly collated: { readonly batch: (number | boolean | string)[]; readonly out: EncodedTensor | string[] }[]
}

/** The entries of `random.json` that tell of loaders. */
interface LoaderEntry {
  readonly seed: number
  readonly n: number
  readonly batch_size: number
  readonly shuffle?: boolean
  readonly drop_last?: boolean
  readonly epochs: Epochs
  readonly rand_after: EncodedTensor
}

export const pytorch: DataFixture = readFixture<DataFixture>('data.json')

export const pytorchLoaders: LoaderEntry[] = readFixture<{ loader: LoaderEntry[] }>('random.json').loader.filter(
  (entry) => 'epochs' in entry,
)

export function decoded({ data, shape, dtype }: EncodedTensor): Tensor {
  return tensor(data as number[], { dtype: dtype as DType }).view(shape)
}
