import {
  type Args,
  cat,
  DTypeError,
  gather,
  IndexError,
  kinds,
  nameStep,
  ShapeError,
  showShape,
  signature,
  stack,
  Tensor,
  tensor,
  where,
  zeros,
} from '@nn/tensor'
import { checkFloatingPoint } from '../check-floating-point'
import { checkReduction, type LossOptions, reductionKind } from '../reduction'

/** Stands for the logarithm of 0: unlike -∞ it can be computed with. */
const IMPOSSIBLE = -1e30

export interface CTCLossOptions extends LossOptions {
  /** The class that stands for no label. Default 0. */
  blank?: number
  /** Make infinite losses, of inputs that are too short for their targets, and their gradients 0. Default false. */
  zeroInfinity?: boolean
}

/** Lengths of the samples of a batch. */
export type Lengths = Tensor | readonly number[]

const lengthsKind = kinds.either(kinds.tensor, kinds.integers)

const takesCtcLoss = signature(
  'ctcLoss',
  { logProbs: kinds.tensor, targets: kinds.tensor, inputLengths: lengthsKind, targetLengths: lengthsKind },
  { blank: kinds.integer, reduction: reductionKind, zeroInfinity: kinds.boolean },
)

/**
 * The loss of label sequences whose places in the input are not known (connectionist temporal classification): of each
 * target the negative logarithm of the probability of all ways to spread its labels over the input, in order, each label
 * over one step or more, with blanks between them or not.
 *
 * As in PyTorch its gradient is that of logits from which `logSoftmax` made the input.
 *
 * @param logProbs logarithms of the classes' probabilities at each step, shape [T, N, C] or [T, C]
 * @param targets labels (int64), shape [N, S], or [sum of targetLengths] one after another
 * @param inputLengths how many of the T steps count, one number for each sample
 * @param targetLengths how many labels count, one number for each sample
 * @param options with the reduction `'mean'`, losses are divided by the lengths of their targets first
 * @throws ShapeError where the shapes and lengths do not belong together.
 * @throws IndexError for a blank or a label that is no class.
 * @throws DTypeError for integer probabilities, and for lengths that are no integers.
 * @example
 * const logProbs = zeros([2, 1, 3]).logSoftmax(2)
 * functional.ctcLoss(logProbs, tensor([[1]]), [2], [1]) // tensor(1.0986)
 * @see torch.nn.functional.ctc_loss
 */
export function ctcLoss(
  logProbs: Tensor,
  targets: Tensor,
  inputLengths: Lengths,
  targetLengths: Lengths,
  ...args: Args<CTCLossOptions, ['blank', 'reduction', 'zeroInfinity']>
): Tensor {
  const {
    blank = 0,
    reduction = 'mean',
    zeroInfinity = false,
  } = takesCtcLoss([logProbs, targets, inputLengths, targetLengths], args)
  checkReduction('ctcLoss', reduction)
  checkFloatingPoint('ctcLoss', logProbs)
  if (logProbs.ndim === 2) {
    const batch = [logProbs.unsqueeze(1), targets.reshape([1, -1])] as const
    const loss = ctcLoss(...batch, inputLengths, targetLengths, { blank, reduction, zeroInfinity })
    return reduction === 'none' ? loss.squeeze(0) : loss
  }
  const lengths = {
    input: numbersOf('inputLengths', inputLengths),
    target: numbersOf('targetLengths', targetLengths),
  }
  checkLengths(logProbs, lengths.input, lengths.target)
  const labels = labelsOf(targets, lengths.target)
  checkLabels(labels, blank, logProbs.shape[2] as number)
  const losses = nameStep('CtcLossBackward0', negativeLogLikelihoods(logProbs, labels, lengths.input, blank))
  const finite = zeroInfinity ? where(losses.isinf(), 0, losses) : losses
  if (reduction === 'none') return finite
  if (reduction === 'sum') return finite.sum()
  return finite.div(tensor(lengths.target, { dtype: finite.dtype }).clampMin(1)).mean()
}

/**
 * Steps through the input with the log probabilities of all ways to be at each place of a target: its labels with a blank
 * before, between and after them. A way stays, goes on by one place, or leaves out a blank between different labels.
 */
function negativeLogLikelihoods(
  logProbs: Tensor,
  labels: readonly (readonly number[])[],
  inputLengths: readonly number[],
  blank: number,
): Tensor {
  const [steps, samples] = logProbs.shape as [number, number, number]
  const { dtype } = logProbs
  const width = 2 * Math.max(0, ...labels.map(({ length }) => length)) + 1
  const places = labels.map((row) =>
    Array.from({ length: width }, (_, s) => (s % 2 === 1 ? (row[(s - 1) / 2] ?? blank) : blank)),
  )
  const mayLeap = tensor(places.map((row) => row.map((label, s) => s % 2 === 1 && s > 1 && label !== row[s - 2])))
  const index = tensor(places, { dtype: 'int64' }).unsqueeze(0).expand([steps, samples, width])
  const emitted = gather(logProbs, 2, index)
  const nowhere = (count: number): Tensor => zeros([samples, count], { dtype }).fill_(IMPOSSIBLE)
  // Before the first step every way is at the first blank.
  let ways = cat([zeros([samples, 1], { dtype }), nowhere(width - 1)], 1)
  for (let t = 0; t < steps; t++) {
    const walked = cat([nowhere(1), ways], 1).narrow(1, 0, width)
    const leapt = where(mayLeap, cat([nowhere(2), ways], 1).narrow(1, 0, width), IMPOSSIBLE)
    const next = stack([ways, walked, leapt]).logsumexp(0).add(emitted.select(0, t))
    ways = where(counting(inputLengths, t).unsqueeze(1), next, ways)
  }
  const ends = labels.map(({ length }) => [2 * length, Math.max(2 * length - 1, 0)])
  const isLabel = tensor(labels.map(({ length }) => [true, length > 0]))
  const likelihoods = where(isLabel, gather(ways, 1, tensor(ends, { dtype: 'int64' })), IMPOSSIBLE).logsumexp(1)
  const isPossible = likelihoods.gt(IMPOSSIBLE / 10)
  return where(isPossible, likelihoods.neg().add(softmaxGradient(logProbs, inputLengths)), Infinity)
}

/** 0 for each sample, with the gradient of Σ exp logProbs: what the gradient of `logSoftmax` adds for logits. */
function softmaxGradient(logProbs: Tensor, inputLengths: readonly number[]): Tensor {
  const counts = stack(Array.from({ length: logProbs.shape[0] as number }, (_, t) => counting(inputLengths, t)))
  const sums = where(counts, logProbs.exp().sum(2), 0).sum(0)
  return sums.sub(sums.detach())
}

/** Whether step t is in the input of each sample. */
function counting(inputLengths: readonly number[], t: number): Tensor {
  return tensor(inputLengths.map((length) => t < length))
}

function numbersOf(name: string, lengths: Lengths): number[] {
  if (!(lengths instanceof Tensor)) return [...lengths]
  if (lengths.isFloatingPoint()) throw new DTypeError(`ctcLoss: ${name} must be integers, got ${lengths.dtype}`)
  return Array.from(lengths.reshape(-1).toTypedArray(), Number)
}

/** The labels that count of each sample. */
function labelsOf(targets: Tensor, lengths: readonly number[]): number[][] {
  const all = Array.from(targets.toTypedArray(), Number)
  if (targets.ndim === 2) {
    const [rows, columns] = targets.shape as [number, number]
    if (rows !== lengths.length || lengths.some((length) => length > columns)) {
      throw new ShapeError(
        `ctcLoss: targets ${showShape(targets.shape)} do not hold targets of the lengths [${lengths.join(', ')}]`,
      )
    }
    return lengths.map((length, n) => all.slice(n * columns, n * columns + length))
  }
  const total = lengths.reduce((sum, length) => sum + length, 0)
  if (targets.ndim !== 1 || all.length !== total) {
    throw new ShapeError(`ctcLoss: targets must have shape [N, S] or [${total}], got ${showShape(targets.shape)}`)
  }
  let end = 0
  return lengths.map((length) => {
    end += length
    return all.slice(end - length, end)
  })
}

function checkLengths(logProbs: Tensor, inputLengths: readonly number[], targetLengths: readonly number[]): void {
  if (logProbs.ndim !== 3) {
    throw new ShapeError(`ctcLoss: logProbs must have shape [T, N, C] or [T, C], got ${showShape(logProbs.shape)}`)
  }
  const [steps, samples] = logProbs.shape as [number, number, number]
  for (const [name, lengths] of Object.entries({ inputLengths, targetLengths })) {
    if (lengths.length !== samples) {
      throw new ShapeError(`ctcLoss: ${name} must hold ${samples} numbers, one a sample, got ${lengths.length}`)
    }
    const wrong = lengths.find((length) => !Number.isInteger(length) || length < 0)
    if (wrong !== undefined) throw new RangeError(`ctcLoss: ${name} must not be negative, got ${wrong}`)
  }
  const tooLong = inputLengths.find((length) => length > steps)
  if (tooLong !== undefined) {
    throw new ShapeError(`ctcLoss: an input length of ${tooLong} is beyond the ${steps} steps of logProbs`)
  }
}

function checkLabels(labels: readonly (readonly number[])[], blank: number, classes: number): void {
  for (const label of [blank, ...labels.flat()]) {
    if (!Number.isInteger(label) || label < 0 || label >= classes) {
      throw new IndexError(`ctcLoss: label ${label} is none of ${classes} classes`)
    }
  }
}
