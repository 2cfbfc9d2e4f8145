import { join } from 'node:path'
import { packageFolder } from '../package-folder'
import { nodeTask } from '../processes/node-task'
import type { Command } from '../processes/task-process'
import { mnistFiles } from '../workload/mnist-files'

export interface Contender {
  /** For `--only` and the JSON. */
  readonly name: string
  /** As the table shows it. */
  readonly title: string
  readonly isOurs: boolean
  readonly command: Command
  /** Batches in a timed round, where a whole epoch would take too long: its time is scaled. */
  readonly stepsPerRound?: number
}

function pytorch(loader: 'tensors' | 'dataloader'): Command {
  const { images, labels } = mnistFiles()
  return ['python3', join(packageFolder, 'python', 'pytorch_epoch.py'), loader, images, labels]
}

/** The contenders that the others are compared with. */
export const references = { ours: 'ours', pytorch: 'torch' } as const

export const contenders: readonly Contender[] = [
  { name: 'ours', title: '@nn, wasm', isOurs: true, command: nodeTask('ours') },
  { name: 'ours-scope', title: '@nn, wasm, a scope a step', isOurs: true, command: nodeTask('ours-scope') },
  { name: 'ours-js', title: '@nn, JavaScript', isOurs: true, command: nodeTask('ours-js'), stepsPerRound: 100 },
  { name: 'torch', title: 'PyTorch, tensors in memory', isOurs: false, command: pytorch('tensors') },
  { name: 'torch-loader', title: 'PyTorch, DataLoader', isOurs: false, command: pytorch('dataloader') },
  { name: 'jax-js', title: 'jax-js, wasm, jit', isOurs: false, command: nodeTask('jax-js') },
  { name: 'tfjs-core', title: 'TensorFlow.js, wasm, by hand', isOurs: false, command: nodeTask('tfjs-core') },
  { name: 'tfjs', title: 'TensorFlow.js, wasm', isOurs: false, command: nodeTask('tfjs') },
]
