/** A worker that has loaded its code and waits for its program. */
let spare: Worker | null = null

/** A fresh worker for one run. */
export function takeWorker(): Worker {
  const worker = spare ?? createWorker()
  spare = null
  return worker
}

/** Starts a worker ahead of the next run. */
export function warmUp(): void {
  spare ??= createWorker()
}

function createWorker(): Worker {
  return new Worker(new URL('./program.worker.ts', import.meta.url), { type: 'module' })
}
