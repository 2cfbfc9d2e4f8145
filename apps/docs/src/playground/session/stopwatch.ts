/** Measures time that may have breaks in it. */
export class Stopwatch {
  private measured = 0
  private startedAt: number | null = null

  start(): void {
    this.startedAt ??= performance.now()
  }

  stop(): void {
    this.measured = this.milliseconds
    this.startedAt = null
  }

  get seconds(): number {
    return this.milliseconds / 1000
  }

  private get milliseconds(): number {
    return this.measured + (this.startedAt === null ? 0 : performance.now() - this.startedAt)
  }
}
