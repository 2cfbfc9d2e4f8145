import { type ExtraKernels, numelOf } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { COSTLY, elements } from './elements'
import { addressOf, isDense } from './operands'

const names = ['cos', 'erf', 'expm1', 'log1p', 'sin'] as const

const isKnown = (name: string): name is (typeof names)[number] => (names as readonly string[]).includes(name)

/** Functions of one element that are no methods of tensors. */
export function extraUnaryKernel(parallel: Parallel, pool: Pool, inJs: ExtraKernels): Pick<ExtraKernels, 'extraUnary'> {
  return {
    extraUnary(f, x, out) {
      const { name } = f
      if (!isKnown(name) || !isDense(x) || !isDense(out)) return inJs.extraUnary(f, x, out)
      const from = addressOf(pool, x)
      const to = addressOf(pool, out)
      parallel.split(name, elements(numelOf(out.shape), COSTLY), (first, count) => [
        ...[from + 4 * first, to + 4 * first, count],
      ])
    },
  }
}
