import type { TrainingMessage } from './messages'

/**
 * Trains in a worker.
 *
 * @returns a function that stops it
 */
export function startTraining(mnistUrl: string, onMessage: (message: TrainingMessage) => void): () => void {
  const worker = new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<TrainingMessage>) => {
    if (data.type === 'done' || data.type === 'error') worker.terminate()
    onMessage(data)
  }
  worker.onerror = (event) => {
    event.preventDefault()
    worker.terminate()
    onMessage({ type: 'error', message: 'The worker could not start' })
  }
  worker.postMessage({ mnistUrl })
  return () => worker.terminate()
}
