import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Has Ctrl-C, a request to terminate and a terminal that goes away end the process in order: who has something to put right,
 * the terminal or a file, listens to the process's `exit`. However often the signals come, that is how it ends.
 */
export function endOnSignals(): void {
  for (const signal of SIGNALS) process.on(signal, () => process.exit(128 + constants.signals[signal]))
}
