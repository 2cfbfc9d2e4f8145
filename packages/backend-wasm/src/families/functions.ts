import { functionsModule } from '../generated/functions-module'
import { activationKernels } from '../kernels/activations'
import { extraUnaryKernel } from '../kernels/extra-unary'
import type { Family } from './family'

/** Functions of one element that fewer programs need. */
export const functions: Family = {
  module: functionsModule,
  kernels: (parallel, pool, inJs) => ({
    ...activationKernels(parallel, pool, inJs),
    ...extraUnaryKernel(parallel, pool, inJs),
  }),
}
