import { workerSource } from '../generated/worker-source'
import { nodeModule } from '../node-module'
import { warnOnce } from '../warn-once'
import type { Equipment } from './worker'

/** Starts a worker thread, without waiting until it runs. Where that fails, a warning says so. */
export function startWorker(equipment: Equipment): void {
  try {
    const inNode = nodeModule<typeof import('node:worker_threads')>('node:worker_threads')
    if (inNode !== null) startInNode(inNode, equipment)
    else startInBrowser(equipment)
  } catch (error) {
    warn(error as Error)
  }
}

function startInNode({ Worker }: typeof import('node:worker_threads'), equipment: Equipment): void {
  // Without the flags of the main thread: those of loaders and of test runners would make each worker run them.
  const worker = new Worker(workerSource, { eval: true, execArgv: [], workerData: equipment })
  worker.on('error', warn)
  // It keeps no process alive.
  worker.unref()
}

function startInBrowser(equipment: Equipment): void {
  const worker = new Worker(URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' })))
  worker.onerror = warn
  worker.postMessage(equipment)
}

/** Computing goes on without the thread: others take the parts that it does not. */
function warn(error: { message: string }): void {
  warnOnce(`useWasm: a thread did not start, computing goes on without it: ${error.message}`)
}
