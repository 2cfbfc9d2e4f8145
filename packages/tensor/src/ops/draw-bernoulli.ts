import { elementsOf } from '../kernels/js/elements-of'
import type { Strided } from '../kernels/strided'
import { extraKernels } from '../memory/extra-kernels'
import { fillBernoulli } from '../random/bernoulli'
import type { Generator } from '../random/generator'

const kernels = extraKernels({
  bernoulli: (generator, p: number, out) => fillBernoulli(elementsOf(out), p, generator),
})

/**
 * Fills a contiguous tensor with 1 with probability p, else 0.
 *
 * @throws RangeError when `p` lies outside [0, 1]
 */
export function drawBernoulli(out: Strided, p: number, generator: Generator): void {
  kernels().bernoulli(generator, p, out)
}
