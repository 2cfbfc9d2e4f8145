import { bestSeconds } from './best-seconds'
import { CHAINS, FLOPS_PER_LINK, peakModule, type SimdVariant } from './peak-module'

const ROUNDS = 200_000

/** Gives a function that measures how many multiplications and additions a second one thread can do, at its best. */
export async function peakMeter(variant: SimdVariant): Promise<() => number> {
  const { instance } = await WebAssembly.instantiate(peakModule(variant))
  const run = instance.exports.run as (rounds: number) => number
  // Until the engine has compiled it with its optimizing compiler.
  bestSeconds(() => run(ROUNDS), 0.2)
  return () => (CHAINS * FLOPS_PER_LINK * ROUNDS) / bestSeconds(() => run(ROUNDS))
}
