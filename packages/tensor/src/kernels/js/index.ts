import type { Kernels } from '../kernels'
import { argReduce } from './arg-reduction'
import { argScan } from './arg-scan'
import { addScaled, binary } from './binary'
import { convolution, convolutionInput, convolutionWeight } from './convolution'
import { copy, fill } from './copy'
import { gather } from './gather'
import { gatherBytes } from './gather-bytes'
import { index, indexPut } from './indexing'
import { kthvalue } from './kthvalue'
import { linearRecurrence } from './linear-recurrence'
import { matmul } from './matmul'
import { nllLoss, nllLossBackward } from './nll-loss'
import { adamStep, sgdStep } from './optimizer-steps'
import { poolArgmax, poolSpread, poolSum } from './pooling'
import { reduce } from './reduction'
import { scan } from './scan'
import { scatter } from './scatter'
import { searchSorted } from './search-sorted'
import { softmax, softmaxBackward } from './softmax'
import { sort } from './sort'
import { svd } from './svd'
import { topk } from './topk'
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
  scan,
  argScan,
  linearRecurrence,
  sort,
  topk,
  kthvalue,
  searchSorted,
  svd,
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
  convolution,
  convolutionInput,
  convolutionWeight,
  poolArgmax,
  poolSum,
  poolSpread,
  sgdStep,
  adamStep,
  gatherBytes,
}
