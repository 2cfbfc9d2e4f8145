import { join } from 'node:path'
import { packageFolder } from '../package-folder'
import type { Command } from './task-process'

/** What `python/pytorch.py` can be asked to do. */
export interface PytorchSettings {
  readonly task: 'epoch' | 'step' | 'latency'
  readonly threads: number
  readonly model?: 'mlp' | 'cnn'
  readonly optimizer?: 'sgd' | 'adam'
  /** Of an epoch: batches from tensors in memory, or a DataLoader. */
  readonly loader?: 'tensors' | 'dataloader'
  readonly images?: string
  readonly labels?: string
}

/** PyTorch's side of a benchmark, in the python3 of PATH. */
export function pytorchTask(settings: PytorchSettings): Command {
  return ['python3', join(packageFolder, 'python', 'pytorch.py'), JSON.stringify(settings)]
}
