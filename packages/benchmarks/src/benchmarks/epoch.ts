import { newerNode } from '../processes/newer-node'
import { nodeTask } from '../processes/node-task'
import { pytorchTask } from '../processes/pytorch-task'
import type { Command } from '../processes/task-process'
import type { Contender } from '../rounds/contender'
import { plainSettings } from '../training/tutorial-program'
import type { TutorialTaskSettings } from '../training/tutorial-task'
import { mnistFiles } from '../workload/mnist-files'
import { tutorial } from '../workload/tutorial'
import type { Benchmark } from './benchmark'
import { type ComparisonResults, comparison } from './comparison'

type PytorchEpoch = { threads?: number; optimizer?: 'sgd' | 'adam'; loader?: 'tensors' | 'dataloader' }

function pytorch({ threads = 1, optimizer = 'sgd', loader = 'tensors' }: PytorchEpoch = {}): Command {
  return pytorchTask({ task: 'epoch', threads, optimizer, loader, ...mnistFiles() })
}

function tutorialCommand(settings: Partial<TutorialTaskSettings> = {}, node?: string): Command {
  return nodeTask('tutorial', { ...plainSettings, loop: 'plain', ...settings } satisfies TutorialTaskSettings, node)
}

const ours = { isOurs: true, isOptional: false, references: ['torch'] }
const peer = { isOurs: false, isOptional: true, references: ['torch'] }

/** What `epoch` and `peers` have in common. */
export const epochContenders: Readonly<Record<'ours' | 'torch', Contender>> = {
  ours: { ...ours, name: 'ours', title: '@nn, one thread', command: tutorialCommand() },
  torch: { ...peer, name: 'torch', title: 'PyTorch, tensors in memory, one thread', command: pytorch() },
}

export const epoch: Benchmark<ComparisonResults> = comparison({
  name: 'epoch',
  description: 'seconds of an epoch of MNIST, with its loader, beside PyTorch',
  steps: tutorial.steps,
  table: { what: 'one epoch of MNIST', unit: 's', perStep: false, reference: 'PyTorch' },
  contenders: [
    epochContenders.ours,
    {
      ...ours,
      isOptional: true,
      name: 'ours-relaxed',
      title: '@nn, one thread, relaxed SIMD (Node 24)',
      command: tutorialCommand({ relaxed: true }, newerNode),
    },
    {
      ...ours,
      name: 'ours-2',
      title: '@nn, two threads',
      command: tutorialCommand({ threads: 2 }),
      references: ['torch', 'torch-2'],
    },
    epochContenders.torch,
    { ...peer, name: 'torch-2', title: 'PyTorch, tensors in memory, two threads', command: pytorch({ threads: 2 }) },
    {
      ...peer,
      name: 'torch-loader',
      title: 'PyTorch, DataLoader, one thread',
      command: pytorch({ loader: 'dataloader' }),
    },
    {
      ...ours,
      name: 'ours-adam',
      title: '@nn, Adam, one thread',
      command: tutorialCommand({ optimizer: 'adam' }),
      references: ['torch-adam'],
    },
    {
      ...peer,
      name: 'torch-adam',
      title: 'PyTorch, Adam, tensors in memory, one thread',
      command: pytorch({ optimizer: 'adam' }),
      references: ['torch-adam'],
    },
  ],
})
