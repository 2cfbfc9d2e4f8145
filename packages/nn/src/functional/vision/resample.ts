import { type Tensor, tensor } from '@nn/tensor'
import type { Term } from './resampling'

/** Makes every index of a dimension the weighted sum of some of the input's: as many gathers as it has terms at most. */
export function resample(x: Tensor, dim: number, terms: readonly (readonly Term[])[]): Tensor {
  const count = Math.max(...terms.map(({ length }) => length))
  const summands = Array.from({ length: count }, (_, k) => {
    const kth = terms.map((ofOutput) => termOrNothing(ofOutput, k))
    const gathered = x.indexSelect(
      dim,
      tensor(
        kth.map(({ index }) => index),
        { dtype: 'int64' },
      ),
    )
    if (kth.every(({ weight }) => weight === 1)) return gathered
    const weights = tensor(
      kth.map(({ weight }) => weight),
      { dtype: x.dtype },
    )
    return gathered.mul(weights.reshape([-1, ...new Array<number>(x.ndim - 1 - dim).fill(1)]))
  })
  return summands.reduce((sum, summand) => sum.add(summand))
}

/** An output element with fewer terms than others has its last one again, with the weight 0. */
function termOrNothing(terms: readonly Term[], k: number): Term {
  return terms[k] ?? { ...(terms.at(-1) as Term), weight: 0 }
}
