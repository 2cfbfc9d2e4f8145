import { withBase } from 'vitepress'
import { onBeforeUnmount, type Ref, ref, shallowRef } from 'vue'
import type { ProgramError, ProgramEvent } from '../../runner/messages'

/** What a block shows under its program. */
export type OutputItem = Exclude<ProgramEvent, { type: 'error' | 'done' }>

export type Status = 'idle' | 'running' | 'done' | 'failed' | 'stopped'

export interface Program {
  readonly status: Ref<Status>
  readonly items: Ref<readonly OutputItem[]>
  readonly error: Ref<ProgramError | null>
  run(source: string): Promise<void>
  stop(): void
  /** Forgets what it printed. */
  clear(): void
}

/** A page that grows by more than this is of no use to the reader. */
const MAX_ITEMS = 2000

/** A program's run as a component's state. */
export function useProgram(): Program {
  const status = ref<Status>('idle')
  const items = shallowRef<readonly OutputItem[]>([])
  const error = shallowRef<ProgramError | null>(null)
  let stopWorker = (): void => {}

  function onEvent(event: ProgramEvent): void {
    if (event.type === 'done') status.value = 'done'
    else if (event.type === 'error') fail(event)
    else if (items.value.length < MAX_ITEMS) items.value = [...items.value, event]
    else {
      stopWorker()
      fail({ type: 'error', message: `Stopped after ${MAX_ITEMS} lines of output`, line: null })
    }
  }

  function fail(problem: ProgramError): void {
    error.value = problem
    status.value = 'failed'
  }

  async function run(source: string): Promise<void> {
    stopWorker()
    clear()
    status.value = 'running'
    const { startProgram } = await import('../../runner/start-program')
    const dataUrl = new URL(withBase('/data/'), location.href).href
    stopWorker = startProgram({ source, dataUrl }, onEvent)
  }

  function stop(): void {
    stopWorker()
    status.value = 'stopped'
  }

  function clear(): void {
    items.value = []
    error.value = null
    status.value = 'idle'
  }

  onBeforeUnmount(() => stopWorker())
  return { status, items, error, run, stop, clear }
}
