// The child process of a benchmark: node dist/task.js NAME SETTINGS. Each task loads only what it measures.

import { serve, type Task } from './processes/serve'

// biome-ignore lint/suspicious/noExplicitAny: settings and requests are between a task and the benchmark that starts it.
type CreateTask = (settings: any) => Promise<Task<any, unknown>>

const tasks: Readonly<Record<string, CreateTask>> = {
  tutorial: async (settings) => (await import('./training/tutorial-task')).tutorialTask(settings),
  step: async (settings) => (await import('./training/step-task')).stepTask(settings),
  latency: async (settings) => (await import('./training/latency-task')).latencyTask(settings),
  matmul: async (settings) => (await import('./matmul/matmul-task')).matmulTask(settings),
  limits: async () => (await import('./limits/limits-task')).limitsTask(),
  memory: async () => (await import('./memory/memory-task')).memoryTask(),
  profile: async () => (await import('./profile/profile-task')).profileTask(),
  scaling: async () => (await import('./scaling/scaling-task')).scalingTask(),
  tfjs: async () => (await import('./peers/tfjs')).tfjs(),
  'tfjs-core': async () => (await import('./peers/tfjs-core')).tfjsCore(),
  'jax-js': async () => (await import('./peers/jax-js')).jaxJs(),
}

const [name = '', settings = '{}'] = process.argv.slice(2)

await serve(() => {
  const create = tasks[name]
  if (create === undefined) throw new RangeError(`no task ${name}; there are ${Object.keys(tasks).join(', ')}`)
  return create(JSON.parse(settings))
})
