import { nodeTask } from '../processes/node-task'
import { pytorchTask } from '../processes/pytorch-task'
import type { Benchmark } from './benchmark'
import { type ComparisonResults, comparison } from './comparison'

export const latency: Benchmark<ComparisonResults> = comparison({
  name: 'latency',
  description: 'one image through the tutorials’ network, without gradients',
  steps: 5000,
  table: { what: 'one image through the MLP', unit: 'µs', perStep: true, reference: 'PyTorch' },
  contenders: [
    {
      name: 'ours',
      title: '@nn, one thread',
      isOurs: true,
      isOptional: false,
      command: nodeTask('latency', { threads: 1, relaxed: false }),
      references: ['torch'],
    },
    {
      name: 'torch',
      title: 'PyTorch, one thread',
      isOurs: false,
      isOptional: true,
      command: pytorchTask({ task: 'latency', threads: 1 }),
      references: ['torch'],
    },
  ],
})
