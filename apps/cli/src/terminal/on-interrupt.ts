import { constants } from 'node:os'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Has Ctrl-C or a request to terminate end the program only after `restore` has put the terminal in order.
 *
 * @returns a function that takes this back
 */
export function onInterrupt(restore: () => void): () => void {
  const end = (signal: (typeof SIGNALS)[number]): void => {
    restore()
    process.exit(128 + constants.signals[signal])
  }
  for (const signal of SIGNALS) process.on(signal, end)
  return () => {
    for (const signal of SIGNALS) process.off(signal, end)
  }
}
