import { functional } from '@nn/nn'
import type { Adapters } from './adapter'

/** What gives activations a mean of 0 and a variance of 1. */
export const normalizations: Adapters = {
  'nn.functional.batch_norm': (c) =>
    functional.batchNorm(
      c.tensor(0),
      c.tensorOrNull(1, 'running_mean'),
      c.tensorOrNull(2, 'running_var'),
      c.options({
        weight: ['weight', 3],
        bias: ['bias', 4],
        training: ['training', 5],
        momentum: ['momentum', 6],
        eps: ['eps', 7],
      }),
    ),
  'nn.functional.instance_norm': (c) =>
    functional.instanceNorm(
      c.tensor(0),
      c.options({
        runningMean: ['running_mean', 1],
        runningVar: ['running_var', 2],
        weight: ['weight', 3],
        bias: ['bias', 4],
        useInputStats: ['use_input_stats', 5],
        momentum: ['momentum', 6],
        eps: ['eps', 7],
      }),
    ),
  'nn.functional.layer_norm': (c) =>
    functional.layerNorm(
      c.tensor(0),
      c.value(1, 'normalized_shape') as number[],
      c.options({ weight: ['weight', 2], bias: ['bias', 3], eps: ['eps', 4] }),
    ),
  'nn.functional.group_norm': (c) =>
    functional.groupNorm(
      c.tensor(0),
      c.number(1, 'num_groups'),
      c.options({ weight: ['weight', 2], bias: ['bias', 3], eps: ['eps', 4] }),
    ),
  'nn.functional.local_response_norm': (c) =>
    functional.localResponseNorm(
      c.tensor(0),
      c.number(1, 'size'),
      c.options({ alpha: ['alpha', 2], beta: ['beta', 3], k: ['k', 4] }),
    ),
}
