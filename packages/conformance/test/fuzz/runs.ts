/** Inputs of each fuzzer: what `npm test` takes, times the environment variable FUZZ_RUNS. */
export function runs(usual: number): { numRuns: number; seed?: number } {
  const factor = Number(process.env.FUZZ_RUNS ?? '1')
  // Always the same inputs in `npm test`, others whenever more are asked for.
  return factor === 1 ? { numRuns: usual, seed: 1 } : { numRuns: Math.ceil(usual * factor) }
}

/** For as long as the runs may take. */
export const TIMEOUT: number = 24 * 60 * 60 * 1000
