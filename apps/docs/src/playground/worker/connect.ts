import type { PlaygroundApi, PlaygroundEvent } from './api'
import type { Call, Method, Reply, Start } from './messages'

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** The playground's functions, computed in a worker. */
export interface Connection extends PlaygroundApi {
  /** Ends the worker with all that goes on in it. */
  close(): void
}

/**
 * Starts a worker and connects to it.
 *
 * @param dataUrl the address of the folder of the data sets
 * @param onEvent told what the worker tells by itself
 */
export function connect(dataUrl: string, onEvent: (event: PlaygroundEvent) => void): Connection {
  const worker = new Worker(new URL('./playground.worker.ts', import.meta.url), { type: 'module' })
  const pending = new Map<number, Pending>()
  let calls = 0
  /** Why there is no worker. */
  let failure: Error | null = null

  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.type === 'event') return onEvent(data.event)
    const call = pending.get(data.id)
    pending.delete(data.id)
    if (data.type === 'answer') call?.resolve(data.value)
    else call?.reject(new Error(data.message))
  }
  worker.onerror = (event) => {
    failure = new Error(event.message || 'the worker could not be loaded')
    for (const { reject } of pending.values()) reject(failure)
    pending.clear()
  }

  const send = (message: Start | Call): void => worker.postMessage(message)
  send({ type: 'start', dataUrl })

  const ask = <Name extends Method>(method: Name): PlaygroundApi[Name] =>
    // Arguments and answers are checked against the function that they belong to.
    ((...args: readonly unknown[]) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure)
        calls++
        pending.set(calls, { resolve, reject })
        send({ type: 'call', id: calls, method, args })
      })) as PlaygroundApi[Name]

  return {
    create: ask('create'),
    inspect: ask('inspect'),
    open: ask('open'),
    save: ask('save'),
    train: ask('train'),
    pause: ask('pause'),
    resume: ask('resume'),
    test: ask('test'),
    classify: ask('classify'),
    pickTestImage: ask('pickTestImage'),
    close: () => worker.terminate(),
  }
}
