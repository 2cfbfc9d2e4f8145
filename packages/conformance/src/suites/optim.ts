import { clipGradNorm_, clipGradValue_, Parameter } from '@nn/nn'
import { type lrScheduler, type Optimizer, SGD } from '@nn/optim'
import { type Tensor, zeros } from '@nn/tensor'
import { decodeNumber, type EncodedNumber, type EncodedTensor } from '@nn/testing'
import { firstDifference, forValues, type Tolerance, tensorDifference } from '../compare'
import { decodeTensor } from '../decode'
import { readJson } from '../fixtures'
import { optimizerNames, schedulerNames } from '../names/optimizers'
import { evaluate } from '../python/evaluate'
import type { Result } from '../report'
import { collect } from './collect'

/** A problem and how an optimizer solved it: the loss before every step, and the parameters after it. */
interface OptimizerCase {
  readonly optimizer: string
  readonly A: EncodedTensor
  readonly b: EncodedTensor
  readonly p0: EncodedTensor
  readonly q0: EncodedTensor
  readonly losses: readonly EncodedNumber[]
  readonly params: readonly (readonly [p: readonly EncodedNumber[], q: readonly EncodedNumber[]])[]
}

interface SchedulerCase {
  readonly scheduler: string
  readonly base_lr: number
  /** At first, and after every step. */
  readonly lrs: readonly EncodedNumber[]
  readonly metric?: readonly number[]
}

interface ClipCase {
  readonly kind: 'norm2' | 'norminf' | 'value'
  readonly before: readonly EncodedTensor[]
  readonly after: readonly EncodedTensor[]
  readonly total_norm: EncodedNumber | null
}

interface OptimFile {
  readonly optimizers: readonly OptimizerCase[]
  readonly schedulers: readonly SchedulerCase[]
  readonly clip_grad: readonly ClipCase[]
}

/** Runs what is in `optim.json`. */
export function runOptim(directory: string): Result[] {
  const { optimizers, schedulers, clip_grad: clips } = readJson<OptimFile>(directory, 'optim.json')
  return [
    collect('optim.json optimizers', optimizers, checkOptimizer, ({ optimizer }) => optimizer),
    collect('optim.json schedulers', schedulers, checkScheduler, ({ scheduler }) => scheduler),
    collect('optim.json clip_grad', clips, checkClip, ({ kind }) => kind),
  ]
}

interface StepTolerances {
  readonly loss: Tolerance
  readonly place: Tolerance
}

const ofStep: StepTolerances = { loss: forValues, place: forValues }
/**
 * A step of L-BFGS is up to twenty iterations, over which rounding grows. It goes on until the float32 loss falls no more, and
 * which iteration that is hangs on the last bit; a loss that is exact to 2⁻²³ tells the place of its minimum only to the root
 * of that. PyTorch itself ends up to 2e-3 away where its sums are taken in another order.
 */
const ofManyIterations: StepTolerances = {
  loss: { absolute: 1e-5, relative: 1e-3, ofLargest: 0 },
  place: { absolute: 5e-3, relative: 0, ofLargest: 0 },
}

function checkOptimizer({ optimizer: source, A, b, p0, q0, losses, params }: OptimizerCase): string | null {
  const [p, q] = [new Parameter(decodeTensor(p0)), new Parameter(decodeTensor(q0))]
  const [a, target] = [decodeTensor(A), decodeTensor(b)]
  const optimizer = evaluate(source, optimizerNames([p, q])) as Optimizer<object>
  const closure = (): Tensor => {
    optimizer.zeroGrad()
    const misfit = a.matmul(p).add(q).sub(target).square().mean()
    const loss = misfit.add(p.pow(4).sum().mul(0.01))
    loss.backward()
    return loss
  }
  const tolerances = source.startsWith('LBFGS') ? ofManyIterations : ofStep
  for (const [step, [pData, qData]] of params.entries()) {
    const difference =
      firstDifference(optimizer.step(closure).item(), { num: losses[step] as EncodedNumber }, tolerances.loss) ??
      tensorDifference(p, { ...p0, data: pData }, tolerances.place) ??
      tensorDifference(q, { ...q0, data: qData }, tolerances.place)
    if (difference !== null) return `step ${step}: ${difference}`
  }
  return null
}

/** Learning rates are computed in float64 there and here. */
const forRates: Tolerance = { absolute: 1e-12, relative: 1e-8, ofLargest: 0 }

type AnyScheduler = lrScheduler.LRScheduler | lrScheduler.ReduceLROnPlateau

function checkScheduler({ scheduler: source, base_lr: lr, lrs, metric }: SchedulerCase): string | null {
  const optimizer = new SGD([new Parameter(zeros([1]))], { lr, momentum: 0.9 })
  const scheduler = evaluate(source, schedulerNames(optimizer)) as AnyScheduler
  for (const [epoch, expected] of lrs.entries()) {
    if (epoch > 0) scheduler.step(metric?.[epoch - 1] as number)
    const difference = firstDifference(optimizer.paramGroups[0]?.lr, { num: expected }, forRates)
    if (difference !== null) return `epoch ${epoch}: ${difference}`
  }
  return null
}

/** The limits that the script gives to `clip_grad_norm_` and `clip_grad_value_`. */
const MAX_NORM = 1.5
const MAX_VALUE = 0.7

function checkClip({ kind, before, after, total_norm: totalNorm }: ClipCase): string | null {
  const params = before.map((gradient) => {
    const param = new Parameter(zeros(gradient.shape))
    param.grad = decodeTensor(gradient)
    return param
  })
  if (kind === 'value') clipGradValue_(params, MAX_VALUE)
  else {
    const norm = clipGradNorm_(params, MAX_NORM, { normType: kind === 'norminf' ? Infinity : 2 })
    const difference = firstDifference(norm.item(), decodeNumber(totalNorm as EncodedNumber), forValues)
    if (difference !== null) return `total norm: ${difference}`
  }
  return firstDifference(
    params.map((param) => param.grad),
    after,
    forValues,
  )
}
