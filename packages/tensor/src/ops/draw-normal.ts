import { elementsOf } from '../kernels/js/elements-of'
import type { Strided } from '../kernels/strided'
import { extraKernels } from '../memory/extra-kernels'
import type { Generator } from '../random/generator'
import { fillNormal } from '../random/normal'

const kernels = extraKernels({
  normal: (generator, mean: number, std: number, out) =>
    fillNormal(elementsOf(out) as Float32Array | Float64Array, mean, std, generator),
})

/**
 * Fills a contiguous tensor with normally distributed numbers.
 *
 * @throws RangeError when `std` is negative or NaN
 */
export function drawNormal(out: Strided, mean: number, std: number, generator: Generator): void {
  kernels().normal(generator, mean, std, out)
}
