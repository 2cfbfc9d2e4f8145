import { constants } from 'node:os'

/** Ends the program on Ctrl-C or a request to terminate, after `restore` has put the terminal in order. */
export function onInterrupt(restore: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      restore()
      process.exit(128 + constants.signals[signal])
    })
  }
}
