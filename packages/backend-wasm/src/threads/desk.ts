/**
 * The desk where threads find work, in shared memory: a few counters, and the parts of one job at a time. A job is a
 * kernel, and a part of it the arguments of one call.
 *
 * Every thread that is awake takes parts until none is left, the caller too: it never depends on a thread that is still
 * asleep, starting or missing. Which thread takes a part makes no difference to the result.
 */
export interface Desk {
  readonly counters: Int32Array
  /** The arguments of part i, MAX_ARGUMENTS at most, start at i * MAX_ARGUMENTS. */
  readonly parts: Float64Array
}

/** A kernel's function in one thread. Whatever its arguments, the thread's working memory comes behind them. */
export type KernelFunction = (...args: number[]) => unknown

// Places of the counters; those that change while others look at them have a cache line each.

/** Grows with each job: idle threads wait for it. */
const JOBS = 0
/** Parts that nobody has taken; less than 0 when a thread came too late. */
const WAITING = 16
/** Parts that are not done: the caller waits for 0. */
const UNDONE = 32
const KERNEL = 48
const ARGUMENTS = 49
const FAILURES = 50
const COUNTERS = 64

export const MAX_PARTS = 64
const MAX_ARGUMENTS = 32

// How long to look for a change before going to sleep, in milliseconds: long enough for a worker to stay awake between
// the kernels of a training step, and short enough not to keep another thread from the core where they are short.
const WORKER_PATIENCE = 0.05
const CALLER_PATIENCE = 0.02

export function newDesk(): Desk {
  return {
    counters: new Int32Array(new SharedArrayBuffer(COUNTERS * 4)),
    parts: new Float64Array(new SharedArrayBuffer(MAX_PARTS * MAX_ARGUMENTS * 8)),
  }
}

/** Puts out a job: the caller's side. The job before has to be done. */
export function putOut({ counters, parts }: Desk, kernel: number, calls: readonly (readonly number[])[]): void {
  counters[KERNEL] = kernel
  counters[ARGUMENTS] = (calls[0] as readonly number[]).length
  for (const [i, args] of calls.entries()) parts.set(args, i * MAX_ARGUMENTS)
  Atomics.store(counters, UNDONE, calls.length)
  // From here on, parts are taken.
  Atomics.store(counters, WAITING, calls.length)
  Atomics.add(counters, JOBS, 1)
  // The caller does a part itself.
  Atomics.notify(counters, JOBS, calls.length - 1)
}

/** Does parts of the job until none is left to take. */
export function takeParts({ counters, parts }: Desk, kernels: readonly KernelFunction[], scratch: number): void {
  for (;;) {
    const part = Atomics.sub(counters, WAITING, 1) - 1
    if (part < 0) return
    const start = part * MAX_ARGUMENTS
    const args = parts.subarray(start, start + (counters[ARGUMENTS] as number))
    try {
      kernels[counters[KERNEL] as number]?.(...args, scratch)
    } catch {
      Atomics.add(counters, FAILURES, 1)
    }
    if (Atomics.sub(counters, UNDONE, 1) === 1) Atomics.notify(counters, UNDONE)
  }
}

/** Waits for the parts that other threads have taken, and tells whether all calls returned. */
export function waitUntilDone({ counters }: Desk): boolean {
  for (;;) {
    const left = Atomics.load(counters, UNDONE)
    if (left === 0) break
    if (!changesSoon(counters, UNDONE, left, CALLER_PATIENCE) && mayBlock()) Atomics.wait(counters, UNDONE, left)
  }
  return Atomics.exchange(counters, FAILURES, 0) === 0
}

/** Does parts of one job after the other: what a thread does all its life. */
export function work(desk: Desk, kernels: readonly KernelFunction[], scratch: number): never {
  const { counters } = desk
  for (;;) {
    const jobs = Atomics.load(counters, JOBS)
    takeParts(desk, kernels, scratch)
    if (!changesSoon(counters, JOBS, jobs, WORKER_PATIENCE)) Atomics.wait(counters, JOBS, jobs)
  }
}

function changesSoon(counters: Int32Array, place: number, value: number, patience: number): boolean {
  const end = performance.now() + patience
  do {
    if (Atomics.load(counters, place) !== value) return true
  } while (performance.now() < end)
  return false
}

/** False on a browser's main thread, where it is not allowed to wait in `Atomics`. */
function mayBlock(): boolean {
  return typeof document === 'undefined'
}
