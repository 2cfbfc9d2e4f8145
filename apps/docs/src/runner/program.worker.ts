// Runs one program of a page. Every run has a worker of its own, in which the library is as it was at the start.

import { errorLine, errorText } from './error-line'
import { EventBatches } from './event-batches'
import type { ProgramEvent, RunMessage } from './messages'
import { moduleTable } from './module-table'
import { countTimers } from './pending-timers'
import { runProgram } from './run-program'
import { syntaxErrorLine } from './syntax-error-line'

interface WorkerScope {
  onmessage: ((event: MessageEvent<RunMessage>) => void) | null
  onerror: ((...details: unknown[]) => boolean) | null
  onunhandledrejection: ((event: PromiseRejectionEvent) => void) | null
  postMessage(events: readonly ProgramEvent[]): void
}

const worker = globalThis as unknown as WorkerScope
const events = new EventBatches((batch) => worker.postMessage(batch))
const later = globalThis.setTimeout
const timers = countTimers()

function fail(error: unknown, line = errorLine(error)): void {
  events.add({ type: 'error', message: errorText(error), line })
  events.flush()
}

// What the program throws outside of its own course: in timers, in promises that nobody awaits.
worker.onerror = (_message, _file, line, _column, error) => {
  fail(error, errorLine(error) ?? (line as number))
  return true
}
worker.onunhandledrejection = (event) => {
  event.preventDefault()
  fail(event.reason)
}

worker.onmessage = async ({ data: { source, dataUrl } }) => {
  const modules = moduleTable((figure) => events.add({ type: 'figure', figure }), dataUrl)
  try {
    await runProgram(source, modules, (text, level) => events.add({ type: 'print', text, level }))
    await timers.settled()
    await rejectionsReported()
    events.add({ type: 'done' })
    events.flush()
  } catch (error) {
    const isUnplaced = error instanceof SyntaxError && errorLine(error) === null
    fail(error, isUnplaced ? await syntaxErrorLine(source) : errorLine(error))
  }
}

/** The engine reports rejections that nobody handled in a task of its own, a moment later. */
function rejectionsReported(): Promise<void> {
  return new Promise((resolve) => {
    later(resolve, 10)
  })
}
