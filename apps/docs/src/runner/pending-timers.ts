/** Timers of a program: as in Node, it has ended only when none is pending. */
export interface PendingTimers {
  /** Resolves when no timer is pending. */
  settled(): Promise<void>
}

/** Replaces the timer functions of this worker by ones that are counted. */
export function countTimers(): PendingTimers {
  const pending = new Set<unknown>()
  let whenSettled = (): void => {}
  const finish = (id: unknown): void => {
    if (pending.delete(id) && pending.size === 0) whenSettled()
  }
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis

  const counted = {
    setTimeout(task: (...values: unknown[]) => void, delay?: number, ...values: unknown[]): unknown {
      const run = (): void => {
        try {
          task(...values)
        } finally {
          finish(id)
        }
      }
      const id = setTimeout(run, delay)
      pending.add(id)
      return id
    },
    setInterval(task: (...values: unknown[]) => void, delay?: number, ...values: unknown[]): unknown {
      const id = setInterval(task, delay, ...values)
      pending.add(id)
      return id
    },
    clearTimeout(id: number): void {
      clearTimeout(id)
      finish(id)
    },
    clearInterval(id: number): void {
      clearInterval(id)
      finish(id)
    },
  }
  Object.assign(globalThis, counted)

  return {
    settled: () =>
      new Promise((resolve) => {
        whenSettled = resolve
        if (pending.size === 0) resolve()
      }),
  }
}
