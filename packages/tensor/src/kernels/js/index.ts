import type { Kernels } from '../kernels'
import { argReduce } from './arg-reduction'
import { addScaled, binary } from './binary'
import { copy, fill } from './copy'
import { gather, scatterAdd } from './gather'
import { gatherBytes } from './gather-bytes'
import { index, indexPut } from './indexing'
import { matmul } from './matmul'
import { nllLoss, nllLossBackward } from './nll-loss'
import { adamStep, sgdStep } from './optimizer-steps'
import { reduce } from './reduction'
import { softmax, softmaxBackward } from './softmax'
import { unary } from './unary'
import { unaryBackward } from './unary-backward'
import { where } from './where'

/** The plain-JavaScript kernels: complete, readable, the reference for every other backend. */
export const jsKernels: Kernels = {
  unary,
  binary,
  addScaled,
  where,
  copy,
  fill,
  reduce,
  argReduce,
  matmul,
  softmax,
  softmaxBackward,
  unaryBackward,
  nllLoss,
  nllLossBackward,
  gather,
  scatterAdd,
  index,
  indexPut,
  sgdStep,
  adamStep,
  gatherBytes,
}
