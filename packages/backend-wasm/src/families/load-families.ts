import { type ExtraKernels, extraKernelsInUse } from '@nn/tensor'
import type { Family } from './family'

/** The families by a kernel of theirs: bundlers put each in a file of its own. */
const families: readonly (readonly [kernel: keyof ExtraKernels, load: () => Promise<Family>])[] = [
  ['convolution', async () => (await import('./sliding-windows')).slidingWindows],
  ['poolSum', async () => (await import('./sliding-windows')).slidingWindows],
  ['activation', async () => (await import('./functions')).functions],
  ['extraUnary', async () => (await import('./functions')).functions],
  ['normal', async () => (await import('./random')).random],
  ['bernoulli', async () => (await import('./random')).random],
  ['adamStep', async () => (await import('./adam')).adam],
]

/** The families of which the program can come to need a kernel. */
export async function loadFamilies(): Promise<Family[]> {
  const inUse = extraKernelsInUse()
  const needed = families.filter(([kernel]) => inUse[kernel] !== undefined)
  return [...new Set(await Promise.all(needed.map(([, load]) => load())))]
}
