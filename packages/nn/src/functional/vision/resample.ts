import { type Tensor, tensor } from '@nn/tensor'
import type { Term } from './resampling'

/** Makes every index of a dimension the weighted sum of some of the input's: as many gathers as it has terms at most. */
export function resample(x: Tensor, dim: number, terms: readonly (readonly Term[])[]): Tensor {
  const count = Math.max(...terms.map(({ length }) => length))
  const summands = Array.from({ length: count }, (_, k) => {
    const kth = terms.map((ofOutput) => termOrNothing(ofOutput, k))
    return weighted(gathered(x, dim, kth), dim, kth)
  })
  return summands.reduce((sum, summand) => sum.add(summand))
}

/** An output element with fewer terms than others has its last one again, with the weight 0. */
function termOrNothing(terms: readonly Term[], k: number): Term {
  return terms[k] ?? { ...(terms.at(-1) as Term), weight: 0 }
}

function gathered(x: Tensor, dim: number, terms: readonly Term[]): Tensor {
  const indices = terms.map(({ index }) => index)
  return x.indexSelect(dim, tensor(indices, { dtype: 'int64' }))
}

function weighted(x: Tensor, dim: number, terms: readonly Term[]): Tensor {
  const weights = terms.map(({ weight }) => weight)
  if (weights.every((weight) => weight === 1)) return x
  const inner = new Array<number>(x.ndim - 1 - dim).fill(1)
  return x.mul(tensor(weights, { dtype: x.dtype }).reshape([-1, ...inner]))
}
