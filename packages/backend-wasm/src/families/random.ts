import { randomModule } from '../generated/random-module'
import { randomKernels } from '../kernels/random'
import type { Family } from './family'

/** Random numbers: for dropout, and from the normal distribution. */
export const random: Family = { module: randomModule, kernels: randomKernels }
