import type { Benchmark } from './benchmark'
import { type ComparisonResults, comparison } from './comparison'
import { stepContenders } from './step'

export const conv: Benchmark<ComparisonResults> = comparison({
  name: 'conv',
  description: 'a training step of a small convolutional network on a batch in memory, with SGD',
  steps: 100,
  table: { what: 'a training step of the CNN', unit: 'ms', perStep: true, reference: 'PyTorch' },
  contenders: stepContenders('cnn', 'sgd', ''),
})
