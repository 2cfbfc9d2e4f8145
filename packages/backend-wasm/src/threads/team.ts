import { type Desk, type KernelFunction, newDesk, putOut, takeParts, waitUntilDone } from './desk'

/** To start a thread takes the caller some milliseconds: it pays once it has had so much to share, in nanoseconds. */
const WORK_BEFORE_START = 10e6

/** Threads that compute together. The others start when the first, the caller, has had work enough to share. */
export class Team {
  /** How many compute, the caller included. */
  readonly threads: number
  private readonly desk: Desk = newDesk()
  private readonly startOthers: (desk: Desk) => () => void
  private endOthers: (() => void) | null = null
  private workBeforeStart: number = WORK_BEFORE_START

  /** @param startOthers starts the other threads, and gives what ends them */
  constructor(threads: number, startOthers: (desk: Desk) => () => void) {
    this.threads = threads
    this.startOthers = startOthers
  }

  /**
   * Makes the calls of one kernel, and returns when all are done.
   *
   * @param kernels the caller's, in the order of all threads' kernels
   * @param kernel which of them
   * @param scratch address of the caller's working memory
   * @param nanoseconds about how long the calls take one thread
   * @returns whether no call failed
   */
  share(
    kernels: readonly KernelFunction[],
    kernel: number,
    calls: readonly (readonly number[])[],
    scratch: number,
    nanoseconds: number,
  ): boolean {
    if (this.endOthers === null) {
      this.workBeforeStart -= nanoseconds
      if (this.workBeforeStart <= 0) this.endOthers = this.startOthers(this.desk)
    }
    putOut(this.desk, kernel, calls)
    takeParts(this.desk, kernels, scratch)
    return waitUntilDone(this.desk)
  }

  /** Ends the other threads, between jobs. With work enough they start again. */
  rest(): void {
    this.endOthers?.()
    this.endOthers = null
    this.workBeforeStart = WORK_BEFORE_START
  }
}
