import { newerNode } from '../processes/newer-node'
import { nodeTask } from '../processes/node-task'
import { pytorchTask } from '../processes/pytorch-task'
import type { Contender } from '../rounds/contender'
import type { NetworkName, OptimizerName } from '../training/networks'
import type { StepSettings } from '../training/step-task'
import type { Benchmark } from './benchmark'
import { type ComparisonResults, comparison } from './comparison'

/** The contenders of one network and optimizer: this library and PyTorch, each on one and two threads. */
export function stepContenders(model: NetworkName, optimizer: OptimizerName, label: string): Contender[] {
  const torch = (threads: number): string => `torch-${optimizer}-${threads}`
  const ours = (threads: number, relaxed: boolean): StepSettings => ({ model, optimizer, threads, relaxed })
  const prefix = label === '' ? '' : `${label}: `
  return [
    {
      name: `ours-${optimizer}-1`,
      title: `${prefix}@nn, one thread`,
      isOurs: true,
      isOptional: false,
      command: nodeTask('step', ours(1, false)),
      references: [torch(1)],
    },
    {
      name: `ours-${optimizer}-relaxed`,
      title: `${prefix}@nn, one thread, relaxed SIMD (Node 24)`,
      isOurs: true,
      isOptional: true,
      command: nodeTask('step', ours(1, true), newerNode),
      references: [torch(1)],
    },
    {
      name: `ours-${optimizer}-2`,
      title: `${prefix}@nn, two threads`,
      isOurs: true,
      isOptional: false,
      command: nodeTask('step', ours(2, false)),
      references: [torch(1), torch(2)],
    },
    ...[1, 2].map((threads) => ({
      name: torch(threads),
      title: `${prefix}PyTorch, ${threads === 1 ? 'one thread' : 'two threads'}`,
      isOurs: false,
      isOptional: true,
      command: pytorchTask({ task: 'step', model, optimizer, threads }),
      references: [torch(1)],
    })),
  ]
}

export const step: Benchmark<ComparisonResults> = comparison({
  name: 'step',
  description: 'a training step of the tutorials’ network on a batch in memory, with SGD and with Adam',
  steps: 500,
  table: { what: 'a training step of the MLP', unit: 'µs', perStep: true, reference: 'PyTorch' },
  contenders: [...stepContenders('mlp', 'sgd', 'SGD'), ...stepContenders('mlp', 'adam', 'Adam')],
})
