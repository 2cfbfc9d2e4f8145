import { workerSource } from '../generated/worker-source'
import { nodeModule } from '../node-module'
import { warnOnce } from '../warn-once'
import type { Equipment } from './worker'

/** A worker of Node or of a browser. */
interface RunningWorker {
  terminate(): unknown
}

/**
 * Starts a worker thread, without waiting until it runs. Where that fails, a warning says so.
 *
 * @returns ends the thread
 */
export function startWorker(equipment: Equipment): () => void {
  try {
    const inNode = nodeModule<typeof import('node:worker_threads')>('node:worker_threads')
    const worker = inNode === null ? startInBrowser(equipment) : startInNode(inNode, equipment)
    return () => void worker.terminate()
  } catch (error) {
    warn(error as Error)
    return () => {}
  }
}

function startInNode({ Worker }: typeof import('node:worker_threads'), equipment: Equipment): RunningWorker {
  // Without the flags of the main thread: those of loaders and of test runners would make each worker run them.
  const worker = new Worker(workerSource, { eval: true, execArgv: [], workerData: equipment })
  worker.on('error', warn)
  // It keeps no process alive.
  worker.unref()
  return worker
}

function startInBrowser(equipment: Equipment): RunningWorker {
  const worker = new Worker(URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' })))
  worker.onerror = warn
  worker.postMessage(equipment)
  return worker
}

/** Computing goes on without the thread: others take the parts that it does not. */
function warn(error: { message: string }): void {
  warnOnce(`useWasm: a thread did not start, computing goes on without it: ${error.message}`)
}
