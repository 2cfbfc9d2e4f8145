import type { Dataset } from './dataset'
import { sampleIndex } from './sample-index'

/** An array as a dataset. */
export class ListDataset<Sample> implements Dataset<Sample> {
  private readonly samples: readonly Sample[]

  constructor(samples: readonly Sample[]) {
    this.samples = samples
  }

  get length(): number {
    return this.samples.length
  }

  get(index: number): Sample {
    return this.samples[sampleIndex('get', index, this.length)] as Sample
  }
}

/** Wherever there can be a dataset, there can be an array of samples. */
export function asDataset<Sample>(samples: Dataset<Sample> | readonly Sample[]): Dataset<Sample> {
  return isList(samples) ? new ListDataset(samples) : samples
}

const isList = <Sample>(samples: Dataset<Sample> | readonly Sample[]): samples is readonly Sample[] =>
  Array.isArray(samples)
