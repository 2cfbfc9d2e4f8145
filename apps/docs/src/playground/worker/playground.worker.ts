import { useWasm } from '@nn/backend-wasm'
import { siteSources } from '../../mnist/site-sources'
import type { Call, Reply, Start } from './messages'
import { PlaygroundHost } from './playground-host'

let host: Promise<PlaygroundHost> | null = null

self.onmessage = async ({ data: message }: MessageEvent<Start | Call>) => {
  if (message.type === 'start') {
    host = start(message)
    return
  }
  const { id } = message
  try {
    reply({ type: 'answer', id, value: await call(message) })
  } catch (error) {
    reply({ type: 'failure', id, message: (error as Error).message })
  }
}

async function start({ dataUrl }: Start): Promise<PlaygroundHost> {
  const threads = self.crossOriginIsolated
  const { name: backend } = await useWasm(threads ? {} : { threads: 1 })
  reply({ type: 'event', event: { type: 'engine', engine: { backend, threads } } })
  return new PlaygroundHost(siteSources(dataUrl).mnist, (event) => reply({ type: 'event', event }))
}

async function call({ method, args }: Call): Promise<unknown> {
  const target = await host
  if (target === null) throw new Error('the worker was not started')
  const answer = target[method] as (...args: unknown[]) => Promise<unknown>
  return answer.apply(target, [...args])
}

function reply(message: Reply): void {
  self.postMessage(message)
}
