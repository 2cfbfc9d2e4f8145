import { setImmediate } from 'node:timers/promises'
import type { WriteStream } from 'node:tty'
import { progressBar, progressLine } from './progress-bar'
import { terminalColumns } from './terminal-columns'

/** A turn of the event loop this often lets signals through, and the terminal is not redrawn more often than that. */
const UPDATE_MS = 100
const PLAIN_LINE_MS = 10_000

/** Room at the right edge for the `^C` that terminals echo: where it wraps, the bar could not be taken off any more. */
const MARGIN = 3

const HIDE_CURSOR = '\x1b[?25l'
const SHOW_CURSOR = '\x1b[?25h'
const CLEAR_LINE = '\r\x1b[K'

/** Shows how far a training run is: a bar redrawn in place on a terminal, now and then a line elsewhere. */
export class ProgressReporter {
  private readonly stream: WriteStream
  private readonly epochs: number
  private readonly imagesPerEpoch: number
  private epoch = 0
  private startedAt = 0
  private updateAt = 0
  private plainLineAt = 0
  private isShown = false

  constructor(stream: WriteStream, run: { epochs: number; imagesPerEpoch: number }) {
    this.stream = stream
    this.epochs = run.epochs
    this.imagesPerEpoch = run.imagesPerEpoch
  }

  startEpoch(epoch: number): void {
    const now = performance.now()
    this.epoch = epoch
    this.startedAt = now
    this.updateAt = now + UPDATE_MS
    this.plainLineAt = now + PLAIN_LINE_MS
  }

  /**
   * To be called after every step: a look at the clock, and a few times a second more than that, in a promise to wait for.
   *
   * @param images seen in this epoch
   * @param loss mean of the epoch so far
   */
  update(images: number, loss: number): Promise<void> | undefined {
    const now = performance.now()
    if (now < this.updateAt) return undefined
    this.updateAt = now + UPDATE_MS
    this.show(now, images, loss)
    return setImmediate()
  }

  /** Takes the bar off the terminal; also done when the process ends before that. */
  readonly clear = (): void => {
    if (!this.isShown) return
    this.isShown = false
    process.off('exit', this.clear)
    this.stream.write(CLEAR_LINE + SHOW_CURSOR)
  }

  private show(now: number, images: number, loss: number): void {
    const { epoch, epochs, imagesPerEpoch } = this
    const progress = { epoch, epochs, images, imagesPerEpoch, loss, seconds: (now - this.startedAt) / 1000 }
    if (this.stream.isTTY) {
      if (!this.isShown) process.on('exit', this.clear)
      this.isShown = true
      this.stream.write(HIDE_CURSOR + CLEAR_LINE + progressBar(progress, terminalColumns(this.stream) - MARGIN))
    } else if (now >= this.plainLineAt) {
      this.plainLineAt = now + PLAIN_LINE_MS
      this.stream.write(`${progressLine(progress)}\n`)
    }
  }
}
