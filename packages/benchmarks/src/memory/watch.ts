/** Resident memory and speed of a loop. */
export interface Watched {
  /** Resident memory in bytes: before the first step, at its highest, and after the last. */
  readonly start: number
  readonly max: number
  readonly end: number
  /** Steps a second in the first and in the last quarter. */
  readonly speedAtFirst: number
  readonly speedAtLast: number
}

const SAMPLE_EVERY = 25

/** Watches from inside the loop, because a synchronous one lets no timer run. */
export class Watch {
  private readonly quarter: number
  private readonly start = process.memoryUsage.rss()
  private max = this.start
  private done = 0
  private readonly began = performance.now()
  private firstQuarterEnded = 0
  private lastQuarterBegan = 0

  /** @param steps how many the loop will do */
  constructor(steps: number) {
    this.quarter = Math.floor(steps / 4)
  }

  /** To be called after each step. */
  step(): void {
    this.done++
    if (this.done % SAMPLE_EVERY === 0) this.max = Math.max(this.max, process.memoryUsage.rss())
    if (this.done === this.quarter) this.firstQuarterEnded = performance.now()
    if (this.done === 3 * this.quarter) this.lastQuarterBegan = performance.now()
  }

  /** To be called after the last step. */
  result(): Watched {
    const end = process.memoryUsage.rss()
    const stepsAtLast = this.done - 3 * this.quarter
    return {
      start: this.start,
      max: Math.max(this.max, end),
      end,
      speedAtFirst: (1000 * this.quarter) / (this.firstQuarterEnded - this.began),
      speedAtLast: (1000 * stepsAtLast) / (performance.now() - this.lastQuarterBegan),
    }
  }
}
