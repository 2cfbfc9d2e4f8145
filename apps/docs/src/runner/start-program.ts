import type { ProgramEvent, RunMessage } from './messages'
import { takeWorker, warmUp } from './worker-pool'

/**
 * Runs a program in a worker.
 *
 * @param onEvent gets what happens; the last event is an error or the end
 * @returns a function that stops it at once, whatever it is doing
 */
export function startProgram(message: RunMessage, onEvent: (event: ProgramEvent) => void): () => void {
  const worker = takeWorker()
  let stopped = false
  const stop = (): void => {
    stopped = true
    worker.terminate()
    warmUp()
  }
  const forward = (event: ProgramEvent): void => {
    if (stopped) return
    if (event.type === 'done' || event.type === 'error') stop()
    onEvent(event)
  }
  worker.onmessage = ({ data }: MessageEvent<readonly ProgramEvent[]>) => data.forEach(forward)
  worker.onerror = (event) => {
    event.preventDefault()
    forward({
      type: 'error',
      message: `The worker could not start: ${event.message ?? 'it was not found'}`,
      line: null,
    })
  }
  worker.postMessage(message)
  return stop
}
