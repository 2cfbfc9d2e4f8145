import { type ExtraKernels, type Generator, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { KernelName, Parallel } from '../threads/parallel'
import { addressOf, isDense } from './operands'

type RandomKernels = Pick<ExtraKernels, 'uniform' | 'normal' | 'bernoulli'>

/** Below so many elements, handing the generator's state over costs more than is saved. */
const SMALLEST = 256

/** Words in the state of a generator. */
const STATE_WORDS = 624

/** Random numbers, bit for bit those of the JavaScript kernels; the generator's state is theirs for the time of a call. */
export function randomKernels(parallel: Parallel, pool: Pool, inJs: ExtraKernels): RandomKernels {
  const state = pool.allocate('int32', STATE_WORDS)
  const words = pool.allocate('uint8', parallel.run('wordsBytes') as number)

  function fill(kernel: KernelName, generator: Generator, out: Strided, ...numbers: number[]): void {
    const addresses = [addressOf(pool, out), pool.addressOf(words), pool.addressOf(state)] as const
    generator.drawWith((own, drawn) => {
      const [to, room, at] = addresses
      state.data.set(own)
      const drawnAfter = parallel.run(kernel, at, drawn, room, to, numelOf(out.shape), ...numbers)
      own.set(state.data)
      return drawnAfter as number
    })
  }

  const isLarge = (out: Strided): boolean => isDense(out) && numelOf(out.shape) >= SMALLEST

  return {
    uniform(generator, from, to, out) {
      const isRange = from <= to && Number.isFinite(Math.fround(Math.fround(to) - Math.fround(from)))
      // The JavaScript kernel refuses what is no range.
      if (!isLarge(out) || !isRange) return inJs.uniform(generator, from, to, out)
      fill('uniform', generator, out, from, to)
    },

    normal(generator, mean, std, out) {
      if (!isLarge(out) || !(std >= 0)) return inJs.normal(generator, mean, std, out)
      fill('normal', generator, out, mean, std)
    },

    bernoulli(generator, p, out) {
      if (!isLarge(out) || !(p >= 0 && p <= 1)) return inJs.bernoulli(generator, p, out)
      fill('bernoulli', generator, out, Math.ceil(p * 2 ** 53))
    },
  }
}
