import type { Kernels } from '../kernels'
import { argReduce } from './arg-reduction'
import { addScaled, binary } from './binary'
import { copy, fill } from './copy'
import { gather } from './gather'
import { gatherBytes } from './gather-bytes'
import { index, indexPut } from './indexing'
import { matmul } from './matmul'
import { nllLoss, nllLossBackward } from './nll-loss'
import { reduce } from './reduction'
import { scatter } from './scatter'
import { sgdStep } from './sgd-step'
import { softmax, softmaxBackward } from './softmax'
import { unary } from './unary'
import { unaryBackward } from './unary-backward'
import { where } from './where'

/** The plain-JavaScript kernels, readable, the reference for every other backend; ops bring the extra ones. */
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
  scatter,
  index,
  indexPut,
  sgdStep,
  gatherBytes,
}
