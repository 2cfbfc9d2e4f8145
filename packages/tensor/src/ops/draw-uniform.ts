import { elementsOf } from '../kernels/js/elements-of'
import type { Strided } from '../kernels/strided'
import { extraKernels } from '../memory/extra-kernels'
import type { Generator } from '../random/generator'
import { fillUniform } from '../random/uniform'

const kernels = extraKernels({
  uniform: (generator, from: number, to: number, out) =>
    fillUniform(elementsOf(out) as Float32Array | Float64Array, from, to, generator),
})

/**
 * Fills a contiguous tensor with numbers that are uniform in [from, to).
 *
 * @throws RangeError when `from` > `to`, or the range has no finite width
 */
export function drawUniform(out: Strided, from: number, to: number, generator: Generator): void {
  kernels().uniform(generator, from, to, out)
}
