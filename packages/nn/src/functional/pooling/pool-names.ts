import type { poolMax, poolMean } from '@nn/tensor'

/** What errors and `gradFn` call a pool that takes the largest elements. */
export type MaxName = Parameters<typeof poolMax>[0]

/** The same of a pool that takes means. */
export type MeanName = Parameters<typeof poolMean>[0]
