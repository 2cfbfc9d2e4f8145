import { type ExtraKernels, numelOf } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel } from '../threads/parallel'
import { COSTLY, elements } from './elements'
import { addressOf, isDense } from './operands'

type ActivationKernels = Pick<ExtraKernels, 'activation' | 'activationBackward'>

/** Activations with settings, and their gradients. */
export function activationKernels(parallel: Parallel, pool: Pool, inJs: ExtraKernels): ActivationKernels {
  return {
    activation(name, x, settings, out) {
      if (!isDense(out)) return inJs.activation(name, x, settings, out)
      const [from, to] = [addressOf(pool, x), addressOf(pool, out)]
      parallel.split(name, elements(numelOf(out.shape), COSTLY), (first, count) => [
        ...[from + 4 * first, to + 4 * first, count],
        ...settings,
      ])
    },

    activationBackward(name, grad, x, settings, out) {
      if (!isDense(out)) return inJs.activationBackward(name, grad, x, settings, out)
      const [g, from, to] = [addressOf(pool, grad), addressOf(pool, x), addressOf(pool, out)]
      parallel.split(`${name}Backward`, elements(numelOf(out.shape), COSTLY), (first, count) => [
        ...[g + 4 * first, from + 4 * first, to + 4 * first, count],
        ...settings,
      ])
    },
  }
}
