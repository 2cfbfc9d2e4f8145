import { Generator, type Kind, kinds } from '@nn/tensor'
import type { Dataset } from './datasets/dataset'
import type { Sampler } from './samplers/sampler'

const hasLength = (value: unknown): value is { readonly length: number } =>
  typeof value === 'object' && value !== null && 'length' in value && Number.isInteger(value.length)

export const dataset: Kind<Dataset<never> | readonly never[]> = kinds.kind(
  'a dataset, that is an array or an object with length and get(index)',
  (value) => Array.isArray(value) || (hasLength(value) && 'get' in value && typeof value.get === 'function'),
)

/** What only its length matters of. */
export const sized: Kind<{ readonly length: number }> = kinds.kind('a dataset, or anything with a length', hasLength)

const sampler = (name: string): Kind<Sampler<never>> =>
  kinds.kind(`${name}, that is an array or an iterable object with a length`, (value) =>
    hasLength(value) ? Symbol.iterator in value : false,
  )

export const indexSampler: Kind<Sampler<never>> = sampler('a sampler')
export const batchSampler: Kind<Sampler<never>> = sampler('a sampler of lists of indices')

export const generator: Kind<Generator> = kinds.instanceOf(Generator)
