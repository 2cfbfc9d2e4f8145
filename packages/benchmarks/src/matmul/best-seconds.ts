const CALLS = 3

/** The least time that a call of `work` takes, of at least three calls and as many as fit into `budget` seconds. */
export function bestSeconds(work: () => void, budget: number = 0.02): number {
  const end = performance.now() + 1000 * budget
  let best = Number.POSITIVE_INFINITY
  for (let call = 0; call < CALLS || performance.now() < end; call++) {
    const began = performance.now()
    work()
    best = Math.min(best, performance.now() - began)
  }
  return best / 1000
}
