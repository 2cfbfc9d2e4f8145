import type { ProgramEvent } from './messages'

const MILLISECONDS_BETWEEN = 40

/** The first so many are sent one by one, so that what a program printed is seen where it then hangs. */
const SENT_SINGLY = 100

// Kept from before the worker starts to count the program's timers: this one is not the program's.
const { setTimeout, clearTimeout } = globalThis

/**
 * Collects a program's events and sends them a few at a time, as one that prints in a loop without end would otherwise bury
 * the page under its messages. In such a loop no timer ever fires, so each event looks at the clock.
 */
export class EventBatches {
  private waiting: ProgramEvent[] = []
  private added = 0
  private sentAt = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly send: (events: readonly ProgramEvent[]) => void) {}

  add(event: ProgramEvent): void {
    this.waiting.push(event)
    this.added++
    const isDue = performance.now() - this.sentAt >= MILLISECONDS_BETWEEN
    if (this.added <= SENT_SINGLY || isDue) this.flush()
    else this.timer ??= setTimeout(() => this.flush(), MILLISECONDS_BETWEEN)
  }

  /** Sends what has been collected. */
  flush(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.sentAt = performance.now()
    if (this.waiting.length > 0) this.send(this.waiting.splice(0))
  }
}
