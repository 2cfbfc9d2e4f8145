// The program of a worker thread, which scripts/build-wasm.mjs makes into a text: so it starts under every bundler.

import { nodeModule } from '../node-module'
import { type Desk, type KernelFunction, work } from './desk'

/** What a thread is given. */
export interface Equipment {
  /** A later module's functions replace those of the same names. */
  readonly modules: readonly WebAssembly.Module[]
  readonly memory: WebAssembly.Memory
  readonly desk: Desk
  /** Address of the thread's working memory. */
  readonly scratch: number
}

function start({ modules, memory, desk, scratch }: Equipment): void {
  const instances = modules.map((module) => new WebAssembly.Instance(module, { env: { memory } }))
  const exports = Object.assign({}, ...instances.map((instance) => instance.exports))
  work(desk, Object.values<KernelFunction>(exports), scratch)
}

const inNode = nodeModule<typeof import('node:worker_threads')>('node:worker_threads')
if (inNode !== null) start(inNode.workerData)
else globalThis.onmessage = (event: MessageEvent<Equipment>) => start(event.data)
