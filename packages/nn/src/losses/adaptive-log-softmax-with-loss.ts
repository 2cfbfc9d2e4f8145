import {
  type Args,
  cat,
  type DType,
  IndexError,
  indexAdd,
  kinds,
  nonzero,
  ShapeError,
  showShape,
  signature,
  type Tensor,
  zeros,
} from '@nn/tensor'
import { ModuleList } from '../containers/module-list'
import { Sequential } from '../containers/sequential'
import { checkInput } from '../layers/check-input'
import { checkPositiveSizes } from '../layers/check-positive-sizes'
import { Linear } from '../layers/linear'
import { Module } from '../module/module'
import { takesTarget } from './forward-signatures'

export interface AdaptiveLogSoftmaxOptions {
  /** By what the size of each cluster's projection is smaller than that of the one before. Default 4. */
  divValue?: number
  /** Whether to learn a bias of the head. Default false. */
  headBias?: boolean
  /** Of the weights. Default: the default dtype. */
  dtype?: DType
}

/** What `AdaptiveLogSoftmaxWithLoss` gives. */
export interface AdaptiveLogSoftmaxResult {
  /** The log probability of each target, shape [N] or []. */
  readonly output: Tensor
  /** The mean of the negative log probabilities. */
  readonly loss: Tensor
}

/** A projection to fewer features and from there to the classes of a cluster. */
type Cluster = Sequential<[Linear, Linear]>

const takesAdaptiveLogSoftmax = signature(
  'AdaptiveLogSoftmaxWithLoss',
  { inFeatures: kinds.integer, nClasses: kinds.integer, cutoffs: kinds.integers },
  { divValue: kinds.number, headBias: kinds.boolean },
  { dtype: kinds.dtype },
)

/**
 * An efficient softmax for many classes of which few are frequent, such as words. Classes are numbered from the most
 * frequent one on; those up to the first cutoff are the head's own, and for the others the head chooses a cluster first.
 *
 * @param inFeatures size of each sample
 * @param nClasses number of classes
 * @param cutoffs the first class of each cluster, in increasing order
 * @throws RangeError for cutoffs that do not increase from 1 up to nClasses - 1, and for sizes that are none.
 * @example
 * const criterion = new AdaptiveLogSoftmaxWithLoss(8, 20, [4, 10])
 * const { output, loss } = criterion.forward(randn([3, 8]), tensor([0, 19, 5]))
 * output.shape // [3]
 * loss.shape // []
 * criterion.logProb(randn([3, 8])).shape // [3, 20]
 * @see torch.nn.AdaptiveLogSoftmaxWithLoss
 */
export class AdaptiveLogSoftmaxWithLoss extends Module {
  readonly inFeatures: number
  readonly nClasses: number
  /** The first class of each cluster, and after them the number of classes. */
  readonly cutoffs: readonly number[]
  readonly divValue: number
  readonly headBias: boolean
  readonly head: Linear
  readonly tail: ModuleList<Cluster>

  constructor(
    inFeatures: number,
    nClasses: number,
    cutoffs: readonly number[],
    ...args: Args<AdaptiveLogSoftmaxOptions, ['divValue', 'headBias']>
  ) {
    super()
    const given = takesAdaptiveLogSoftmax([inFeatures, nClasses, cutoffs], args, this.getName())
    const { divValue = 4, headBias = false, ...options } = given
    checkPositiveSizes(this.getName(), { inFeatures, nClasses })
    checkCutoffs(cutoffs, nClasses)
    this.inFeatures = inFeatures
    this.nClasses = nClasses
    this.cutoffs = [...cutoffs, nClasses]
    this.divValue = divValue
    this.headBias = headBias
    this.head = new Linear(inFeatures, (cutoffs[0] as number) + cutoffs.length, { bias: headBias, ...options })
    this.tail = new ModuleList(
      cutoffs.map((first, i) => {
        const projected = Math.floor(inFeatures / divValue ** (i + 1))
        const classes = (this.cutoffs[i + 1] as number) - first
        return new Sequential(
          new Linear(inFeatures, projected, { bias: false, ...options }),
          new Linear(projected, classes, { bias: false, ...options }),
        )
      }),
    )
  }

  /** Draws all weights anew. */
  resetParameters(): void {
    this.head.resetParameters()
    for (const cluster of this.tail) {
      cluster.at(0).resetParameters()
      cluster.at(1).resetParameters()
    }
  }

  /**
   * @param input shape [N, inFeatures] or [inFeatures]
   * @param target classes (int64), shape [N] or []
   * @throws ShapeError where the shapes do not belong together, IndexError for a target that is no class.
   */
  forward(input: Tensor, target: Tensor, ...none: []): AdaptiveLogSoftmaxResult {
    takesTarget([input, target], none, this.getName())
    this.#check(input, target)
    if (target.ndim === 0) {
      const { output, loss } = this.forward(input.unsqueeze(0), target.unsqueeze(0))
      return { output: output.squeeze(0), loss }
    }
    let inCluster = zeros(target.shape, { dtype: input.dtype })
    // What the head shall choose: the class, or the place of its cluster after all classes of the head.
    let choice = target
    for (const [i, cluster] of [...this.tail].entries()) {
      const first = this.cutoffs[i] as number
      const isHere = target.ge(first).logicalAnd(target.lt(this.cutoffs[i + 1] as number))
      const rows = nonzero(isHere).reshape(-1)
      if (rows.numel() === 0) continue
      const logProbs = cluster.forward(input.indexSelect(0, rows)).logSoftmax(1)
      const classes = target.indexSelect(0, rows).sub(first)
      inCluster = indexAdd(inCluster, 0, rows, logProbs.gather(1, classes.unsqueeze(1)).squeeze(1))
      choice = choice.maskedFill(isHere, this.#headSize + i)
    }
    const ofHead = this.head.forward(input).logSoftmax(1).gather(1, choice.unsqueeze(1)).squeeze(1)
    const output = inCluster.add(ofHead)
    return { output, loss: output.neg().mean() }
  }

  /**
   * The log probabilities of all classes.
   *
   * @param input shape [N, inFeatures]
   * @returns shape [N, nClasses]
   */
  logProb(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const ofHead = this.head.forward(input).logSoftmax(1)
    const ofClusters = [...this.tail].map((cluster, i) =>
      cluster
        .forward(input)
        .logSoftmax(1)
        .add(ofHead.narrow(1, this.#headSize + i, 1)),
    )
    return cat([ofHead.narrow(1, 0, this.#headSize), ...ofClusters], 1)
  }

  /**
   * The most probable class of each sample.
   *
   * @param input shape [N, inFeatures]
   * @returns int64, shape [N]
   */
  predict(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return this.logProb(input).argmax(1)
  }

  /** Number of classes that are the head's own. */
  get #headSize(): number {
    return this.cutoffs[0] as number
  }

  #check(input: Tensor, target: Tensor): void {
    const op = 'AdaptiveLogSoftmaxWithLoss'
    const isPair = target.ndim < 2 && input.ndim === target.ndim + 1
    if (!isPair || (target.ndim === 1 && input.shape[0] !== target.shape[0])) {
      throw new ShapeError(
        `${op}: expects [N, ${this.inFeatures}] and [N], or [${this.inFeatures}] and [], got ${showShape(input.shape)} ` +
          `and ${showShape(target.shape)}`,
      )
    }
    const wrong = Array.from(target.toTypedArray(), Number).find((label) => !(label >= 0 && label < this.nClasses))
    if (wrong !== undefined) throw new IndexError(`${op}: target ${wrong} is none of ${this.nClasses} classes`)
  }
}

function checkCutoffs(cutoffs: readonly number[], nClasses: number): void {
  const isIncreasing = cutoffs.every((first, i) => Number.isInteger(first) && first > (cutoffs[i - 1] ?? 0))
  if (cutoffs.length === 0 || !isIncreasing || (cutoffs.at(-1) as number) > nClasses - 1) {
    throw new RangeError(
      `AdaptiveLogSoftmaxWithLoss: cutoffs must increase from 1 up to ${nClasses - 1}, got [${cutoffs.join(', ')}]`,
    )
  }
}
