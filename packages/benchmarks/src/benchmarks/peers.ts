import { nodeTask } from '../processes/node-task'
import type { Contender } from '../rounds/contender'
import { plainSettings } from '../training/tutorial-program'
import { tutorial } from '../workload/tutorial'
import type { Benchmark } from './benchmark'
import { type ComparisonResults, comparison } from './comparison'
import { epochContenders } from './epoch'

/** Rounds of the slow ones are shortened to this many steps. */
const SOME_STEPS = 150

const peer = { isOurs: false, isOptional: true, references: ['ours'], stepsPerRound: SOME_STEPS }

const javascript: Contender = {
  ...peer,
  isOurs: true,
  name: 'ours-js',
  title: '@nn, JavaScript kernels',
  command: nodeTask('tutorial', { ...plainSettings, loop: 'plain', threads: 0 }),
  stepsPerRound: 50,
}

export const peers: Benchmark<ComparisonResults> = comparison({
  name: 'peers',
  description: 'the same epoch beside TensorFlow.js and jax-js, everybody on one thread',
  steps: tutorial.steps,
  table: { what: 'one epoch of MNIST, one thread', unit: 's', perStep: false, reference: '@nn' },
  contenders: [
    { ...epochContenders.ours, title: '@nn', references: ['ours'] },
    { ...epochContenders.torch, title: 'PyTorch, tensors in memory', references: ['ours'] },
    { ...peer, name: 'jax-js', title: 'jax-js, wasm, jit', command: nodeTask('jax-js') },
    { ...peer, name: 'tfjs-core', title: 'TensorFlow.js, wasm, by hand', command: nodeTask('tfjs-core') },
    { ...peer, name: 'tfjs', title: 'TensorFlow.js, wasm, as one writes it', command: nodeTask('tfjs') },
    javascript,
  ],
})
