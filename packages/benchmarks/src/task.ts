// The child process of a benchmark: node dist/task.js NAME. Each task loads only what it measures.

import { serve, type Task } from './processes/serve'

// biome-ignore lint/suspicious/noExplicitAny: what a task is asked is between it and the benchmark that starts it.
const tasks: Readonly<Record<string, () => Promise<Task<any, unknown>>>> = {
  ours: async () => (await import('./epoch/tasks/ours')).ours('wasm'),
  'ours-scope': async () => (await import('./epoch/tasks/ours')).oursScoped(),
  'ours-js': async () => (await import('./epoch/tasks/ours')).ours('js'),
  tfjs: async () => (await import('./epoch/tasks/tfjs')).tfjs(),
  'tfjs-core': async () => (await import('./epoch/tasks/tfjs-core')).tfjsCore(),
  'jax-js': async () => (await import('./epoch/tasks/jax-js')).jaxJs(),
  memory: async () => (await import('./memory/memory-task')).memoryTask(),
  profile: async () => (await import('./profile/profile-task')).profileTask(),
}

const name = process.argv[2] ?? ''

await serve(() => {
  const create = tasks[name]
  if (create === undefined) throw new RangeError(`no task ${name}; there are ${Object.keys(tasks).join(', ')}`)
  return create()
})
