/** How long a loop may go on before others get their turn, in milliseconds: less than a screen's refresh takes. */
const SHARE = 10

/** Lets a long loop that awaits give way to timers, events and drawing, but not so often that it would cost time. */
export class EventLoopTurns {
  private last: number = performance.now()

  /** True where the last turn is long ago. */
  get isDue(): boolean {
    return performance.now() - this.last > SHARE
  }

  /** Waits until the event loop has turned. */
  async take(): Promise<void> {
    await turn()
    this.last = performance.now()
  }
}

function turn(): Promise<void> {
  const { setImmediate } = globalThis as { setImmediate?: (callback: () => void) => void }
  if (setImmediate !== undefined) return new Promise((resolve) => setImmediate(resolve))
  // A timer would wait some milliseconds.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port2.onmessage = () => {
      port1.close()
      resolve()
    }
    port1.postMessage(null)
  })
}
