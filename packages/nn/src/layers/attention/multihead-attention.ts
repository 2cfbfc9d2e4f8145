import {
  type Args,
  cat,
  chunk,
  type DType,
  empty,
  kinds,
  linear,
  ShapeError,
  showShape,
  signature,
  type Tensor,
} from '@nn/tensor'
import { checkDropoutProbability, dropout } from '../../functional/dropout'
import { pad } from '../../functional/padding/pad'
import { scaledDotProductAttention } from '../../functional/scaled-dot-product-attention'
import { zeros_ } from '../../init/constant'
import { xavierNormal_, xavierUniform_ } from '../../init/xavier'
import { Module } from '../../module/module'
import { Parameter } from '../../module/parameter'
import { checkPositiveSizes } from '../check-positive-sizes'
import { scoreMask } from './attention-mask'
import { NonDynamicallyQuantizableLinear } from './non-dynamically-quantizable-linear'

export interface MultiheadAttentionOptions {
  /** The probability of a weight to become 0 while training. Default 0. */
  dropout?: number
  /** Whether to add learned biases. Default true. */
  bias?: boolean
  /** Whether to add a learned key and value to those of every example. Default false. */
  addBiasKv?: boolean
  /** Whether to add a key and a value of zeros. Default false. */
  addZeroAttn?: boolean
  /** Features of the keys. Default `embedDim`. */
  kdim?: number | null
  /** Features of the values. Default `embedDim`. */
  vdim?: number | null
  /** Whether inputs and outputs are [batch, length, features] in place of [length, batch, features]. Default false. */
  batchFirst?: boolean
  /** Of all parameters. Default: the default dtype. */
  dtype?: DType
}

export interface MultiheadAttentionForwardOptions {
  /** Which keys of each example are padding, [N, S]: bool, where true is left out, or numbers that are added to the scores. */
  keyPaddingMask?: Tensor | null
  /** Whether to give the weights too; without them it is faster. Default true. */
  needWeights?: boolean
  /** Which keys each query must not see, [L, S] or [N · numHeads, L, S]: bool or numbers as for `keyPaddingMask`. */
  attnMask?: Tensor | null
  /** Whether to give the mean of the heads' weights in place of each. Default true. */
  averageAttnWeights?: boolean
}

/** What follows the numbers of features and heads, in PyTorch's order. */
export type MultiheadAttentionArgs = Args<
  MultiheadAttentionOptions,
  ['dropout', 'bias', 'addBiasKv', 'addZeroAttn', 'kdim', 'vdim', 'batchFirst']
>

const takesMultiheadAttention = signature(
  'MultiheadAttention',
  { embedDim: kinds.integer, numHeads: kinds.integer },
  {
    dropout: kinds.number,
    bias: kinds.boolean,
    addBiasKv: kinds.boolean,
    addZeroAttn: kinds.boolean,
    kdim: kinds.orNull(kinds.integer),
    vdim: kinds.orNull(kinds.integer),
    batchFirst: kinds.boolean,
  },
  { dtype: kinds.dtype },
)

const takesForward = signature(
  'forward',
  { query: kinds.tensor, key: kinds.tensor, value: kinds.tensor },
  {
    keyPaddingMask: kinds.orNull(kinds.tensor),
    needWeights: kinds.boolean,
    attnMask: kinds.orNull(kinds.tensor),
    averageAttnWeights: kinds.boolean,
  },
)

/**
 * Attention by several heads, each with a part of the features (Vaswani et al., 2017).
 *
 * $$ \text{head}_i = \text{softmax}\Big(\frac{Q W_i^Q (K W_i^K)^T}{\sqrt{d}}\Big) V W_i^V, \qquad
 *    y = [\text{head}_1 \dots \text{head}_h] W^O $$
 *
 * @param embedDim features of queries and outputs
 * @param numHeads divides `embedDim`
 * @throws RangeError for sizes that are no positive integers or do not divide, and for a dropout outside [0, 1].
 * @throws ShapeError in `forward`, where inputs and masks do not belong together.
 * @throws DTypeError in `forward`, for a mask of integers.
 * @example
 * const attention = new MultiheadAttention(8, 2, { batchFirst: true })
 * const x = randn([3, 5, 8])
 * const [y, weights] = attention.forward(x, x, x)
 * y.shape // [3, 5, 8]
 * weights?.shape // [3, 5, 5]
 * @see torch.nn.MultiheadAttention
 */
export class MultiheadAttention extends Module {
  readonly embedDim: number
  readonly numHeads: number
  readonly dropout: number
  readonly batchFirst: boolean
  readonly kdim: number
  readonly vdim: number
  readonly addZeroAttn: boolean
  /** Of queries, keys and values, one below the other, [3 · embedDim, embedDim]; null where their features differ. */
  inProjWeight: Parameter | null = null
  /** [embedDim, embedDim], where the features differ. */
  qProjWeight: Parameter | null = null
  /** [embedDim, kdim], where the features differ. */
  kProjWeight: Parameter | null = null
  /** [embedDim, vdim], where the features differ. */
  vProjWeight: Parameter | null = null
  /** [3 · embedDim] */
  inProjBias: Parameter | null
  /** The key that is added, [1, 1, embedDim]. */
  biasK: Parameter | null
  /** The value that is added, [1, 1, embedDim]. */
  biasV: Parameter | null
  outProj: NonDynamicallyQuantizableLinear

  constructor(embedDim: number, numHeads: number, ...args: MultiheadAttentionArgs) {
    super()
    const name = this.getName()
    const options = takesMultiheadAttention([embedDim, numHeads], args, name)
    const { dropout = 0, bias = true, addBiasKv = false, addZeroAttn = false, batchFirst = false, ...others } = options
    const { kdim: keys, vdim: values, ...rest } = others
    const [kdim, vdim] = [keys ?? embedDim, values ?? embedDim]
    checkPositiveSizes(name, { embedDim, numHeads, kdim, vdim })
    checkDropoutProbability(name, dropout)
    if (embedDim % numHeads !== 0) {
      throw new RangeError(`${name}: embedDim ${embedDim} must be divisible by numHeads ${numHeads}`)
    }
    this.embedDim = embedDim
    this.numHeads = numHeads
    this.dropout = dropout
    this.batchFirst = batchFirst
    this.kdim = kdim
    this.vdim = vdim
    this.addZeroAttn = addZeroAttn
    if (kdim === embedDim && vdim === embedDim) {
      this.inProjWeight = new Parameter(empty([3 * embedDim, embedDim], rest))
    } else {
      this.qProjWeight = new Parameter(empty([embedDim, embedDim], rest))
      this.kProjWeight = new Parameter(empty([embedDim, kdim], rest))
      this.vProjWeight = new Parameter(empty([embedDim, vdim], rest))
    }
    this.inProjBias = this.registerParameter('inProjBias', bias ? new Parameter(empty([3 * embedDim], rest)) : null)
    this.outProj = new NonDynamicallyQuantizableLinear(embedDim, embedDim, { bias, ...rest })
    this.biasK = this.registerParameter('biasK', addBiasKv ? new Parameter(empty([1, 1, embedDim], rest)) : null)
    this.biasV = this.registerParameter('biasV', addBiasKv ? new Parameter(empty([1, 1, embedDim], rest)) : null)
    this.resetParameters()
  }

  /** Draws the weights of queries, keys and values anew, and what is added to them; sets all other biases to 0. */
  resetParameters(): void {
    for (const weight of [this.inProjWeight, this.qProjWeight, this.kProjWeight, this.vProjWeight]) {
      if (weight !== null) xavierUniform_(weight)
    }
    for (const bias of [this.inProjBias, this.outProj.bias]) if (bias !== null) zeros_(bias)
    for (const added of [this.biasK, this.biasV]) if (added !== null) xavierNormal_(added)
  }

  /**
   * @param query [length L, batch N, embedDim], with `batchFirst` [N, L, embedDim], or [L, embedDim] for one example
   * @param key [S, N, kdim], likewise
   * @param value [S, N, vdim], likewise
   * @returns what each query gets, in the shape of the queries; and the weights that it gave to each key, [N, L, S] or, of
   *   each head, [N, numHeads, L, S], or null without `needWeights`
   */
  forward(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    ...args: Args<MultiheadAttentionForwardOptions, ['keyPaddingMask', 'needWeights', 'attnMask', 'averageAttnWeights']>
  ): [output: Tensor, weights: Tensor | null] {
    const options = takesForward([query, key, value], args, this.getName())
    const { keyPaddingMask = null, needWeights = true, attnMask = null, averageAttnWeights = true } = options
    this.checkInputs(query, key, value)
    const isBatched = query.ndim === 3
    const [q, ...given] = this.project(query, key, value).map((x) => this.splitHeads(x)) as [Tensor, Tensor, Tensor]
    const [batch, heads, queries] = q.shape as [number, number, number]
    const sizes = { batch, heads, queries, keys: given[0].shape[2] as number }
    const padding = isBatched ? keyPaddingMask : (keyPaddingMask?.unsqueeze(0) ?? null)
    const givenMask = scoreMask(attnMask, padding, sizes, query.dtype)
    const [k, v] = [this.extended(given[0], this.biasK), this.extended(given[1], this.biasV)]
    // What is added is seen by all.
    const mask = givenMask === null ? null : pad(givenMask, [0, (k.shape[2] as number) - sizes.keys])
    if (!needWeights) {
      const dropoutP = this.training ? this.dropout : 0
      const attended = scaledDotProductAttention(q, k, v, { attnMask: mask, dropoutP })
      return [this.joinHeads(attended, isBatched), null]
    }
    const scores = q.mul(Math.sqrt(heads / this.embedDim)).matmul(k.mT)
    const weights = dropout((mask === null ? scores : scores.add(mask)).softmax(-1), {
      p: this.dropout,
      training: this.training,
    })
    const shown = averageAttnWeights ? weights.mean(1) : weights
    return [this.joinHeads(weights.matmul(v), isBatched), isBatched ? shown : shown.squeeze(0)]
  }

  /** Queries, keys and values by their own weights. */
  private project(query: Tensor, key: Tensor, value: Tensor): Tensor[] {
    const { inProjWeight, inProjBias } = this
    if (inProjWeight !== null && query === key && key === value)
      return chunk(linear(query, inProjWeight, inProjBias), 3, -1)
    const weights =
      inProjWeight === null ? [this.qProjWeight, this.kProjWeight, this.vProjWeight] : chunk(inProjWeight, 3)
    const biases = inProjBias === null ? [] : chunk(inProjBias, 3)
    return [query, key, value].map((x, i) => linear(x, weights[i] as Tensor, biases[i] ?? null))
  }

  /** Keys or values, [N, heads, S, features of a head], with those that are added behind them. */
  private extended(x: Tensor, added: Parameter | null): Tensor {
    const [batch, heads, , size] = x.shape as [number, number, number, number]
    const parts = [x]
    if (added !== null) parts.push(added.view(1, heads, 1, size).expand(batch, heads, 1, size))
    if (this.addZeroAttn) parts.push(x.newZeros([batch, heads, 1, size]))
    return parts.length === 1 ? x : cat(parts, 2)
  }

  /** To [N, heads, length, features of a head]. */
  private splitHeads(x: Tensor): Tensor {
    const batched = x.ndim === 3 ? x : x.unsqueeze(this.batchFirst ? 0 : 1)
    const byExample = this.batchFirst ? batched : batched.transpose(0, 1)
    const [batch, length] = byExample.shape as [number, number]
    return byExample.reshape(batch, length, this.numHeads, this.embedDim / this.numHeads).transpose(1, 2)
  }

  /** From [N, heads, length, features of a head] back to the shape of the queries, through the last layer. */
  private joinHeads(x: Tensor, isBatched: boolean): Tensor {
    // By length first also with batchFirst: dropout draws for elements in the order in which they lie in memory.
    const output = this.outProj.forward(x.permute(2, 0, 1, 3).flatten(2))
    if (!isBatched) return output.squeeze(1)
    return this.batchFirst ? output.transpose(0, 1) : output
  }

  private checkInputs(query: Tensor, key: Tensor, value: Tensor): void {
    const [batchDim, lengthDim] = this.batchFirst ? [0, 1] : [1, 0]
    const isBatched = query.ndim === 3
    const fits =
      (isBatched || query.ndim === 2) &&
      key.ndim === query.ndim &&
      value.ndim === query.ndim &&
      (!isBatched ||
        (key.shape[batchDim] === query.shape[batchDim] && value.shape[batchDim] === query.shape[batchDim])) &&
      key.shape[isBatched ? lengthDim : 0] === value.shape[isBatched ? lengthDim : 0]
    const features = [query, key, value].map((x) => x.shape.at(-1))
    if (!fits || features.join() !== [this.embedDim, this.kdim, this.vdim].join()) {
      const [q, k, v] = [query, key, value].map((x) => showShape(x.shape))
      throw new ShapeError(
        `MultiheadAttention: query ${q}, key ${k} and value ${v} do not belong together, for features of ${this.embedDim}, ${this.kdim} and ${this.vdim}`,
      )
    }
  }
}
