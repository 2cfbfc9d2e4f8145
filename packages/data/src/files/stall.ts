/** Aborts a download to which nothing happens for some time, or when another signal is aborted. */
export class Stall {
  readonly signal: AbortSignal
  private readonly controller = new AbortController()
  private readonly timeout: number
  private timer: ReturnType<typeof setTimeout>

  /** @param timeout in milliseconds */
  constructor(timeout: number, signal: AbortSignal) {
    this.signal = AbortSignal.any([this.controller.signal, signal])
    this.timeout = timeout
    this.timer = this.start()
  }

  /** Whether the time was over. */
  get isOver(): boolean {
    return this.controller.signal.aborted
  }

  /** Something happened. */
  putOff(): void {
    clearTimeout(this.timer)
    this.timer = this.start()
  }

  end(): void {
    clearTimeout(this.timer)
  }

  private start(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.controller.abort(), this.timeout)
  }
}
