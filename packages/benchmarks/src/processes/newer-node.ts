import { findNode } from '@nn/testing'

/** Node 24, which has relaxed SIMD, or this very one where it is not installed. */
export const newerNode: string = findNode(24) ?? process.execPath
