import { type DType, isFloatingPoint } from '../core/dtype'
import { DTypeError } from '../core/errors'
import * as kinds from '../core/kinds'
import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { normalizeDim } from '../core/shape'
import { type Args, signature } from '../core/signature'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { to } from './copy'

interface SoftmaxParams {
  readonly dim: number
}

function define(name: string, log: boolean): Op<[Tensor], SoftmaxParams> {
  return {
    name,
    forward(context, [x], { dim }) {
      const out = allocate(x.shape, x.dtype)
      getBackend().kernels.softmax(log, x, dim, out)
      context.save(out)
      return out
    },
    backward({ saved, params }, grad) {
      const [y] = saved as [Tensor]
      return [apply(backwardOps[log ? 'log' : 'plain'], [grad, y], params)]
    },
  }
}

const softmaxOp = define('softmax', false)
const logSoftmaxOp = define('logSoftmax', true)

/** softmax: y (g - Σ g y). */
const softmaxBackward: Op<[Tensor, Tensor], SoftmaxParams> = {
  name: 'softmaxBackward',
  forward(context, [grad, y], { dim }) {
    context.save(grad, y)
    return computeBackward(false, grad, y, dim)
  },
  backward({ saved, params: { dim } }, gg) {
    const [g, y] = saved as [Tensor, Tensor]
    const ggy = gg.mul(y)
    const sumOfGrad = g.mul(y).sum(dim, { keepdim: true })
    const sumOfGradGrad = ggy.sum(dim, { keepdim: true })
    return [ggy.sub(y.mul(sumOfGradGrad)), gg.mul(g.sub(sumOfGrad)).sub(g.mul(sumOfGradGrad))]
  },
}

/** log-softmax: g - exp(y) Σ g. */
const logSoftmaxBackward: Op<[Tensor, Tensor], SoftmaxParams> = {
  name: 'logSoftmaxBackward',
  forward(context, [grad, y], { dim }) {
    context.save(grad, y)
    return computeBackward(true, grad, y, dim)
  },
  backward({ saved, params: { dim } }, gg) {
    const [g, y] = saved as [Tensor, Tensor]
    const p = y.exp()
    return [
      gg.sub(gg.mul(p).sum(dim, { keepdim: true })),
      gg
        .mul(p)
        .mul(g.sum(dim, { keepdim: true }))
        .neg(),
    ]
  },
}

const backwardOps = { plain: softmaxBackward, log: logSoftmaxBackward }

function computeBackward(log: boolean, grad: Tensor, y: Tensor, dim: number): Tensor {
  const out = allocate(y.shape, y.dtype)
  getBackend().kernels.softmaxBackward(log, grad, y, dim, out)
  return out
}

export interface SoftmaxOptions {
  /** The dimension along which the results add up to 1. */
  dim: number
  /** Convert the input to this dtype first. */
  dtype?: DType
}

export type SoftmaxArgs = Args<SoftmaxOptions, ['dim', 'dtype']>

const takes = signature('', { input: kinds.tensor }, { dim: kinds.required(kinds.integer), dtype: kinds.dtype })

function floating(name: string, x: Tensor, dtype: DType | undefined): Tensor {
  const input = dtype === undefined ? x : to(x, dtype)
  if (!isFloatingPoint(input.dtype)) throw new DTypeError(`${name}: needs a floating-point tensor, got ${input.dtype}`)
  return input
}

/** exp(xᵢ) / Σⱼ exp(xⱼ) along `dim`. */
export function softmax(x: Tensor, ...args: SoftmaxArgs): Tensor {
  const { dim, dtype } = takes([x], args, 'softmax')
  return apply(softmaxOp, [floating('softmax', x, dtype)], { dim: normalizeDim('softmax', dim, x.ndim) })
}

/** xᵢ - log Σⱼ exp(xⱼ) along `dim`. */
export function logSoftmax(x: Tensor, ...args: SoftmaxArgs): Tensor {
  const { dim, dtype } = takes([x], args, 'logSoftmax')
  return apply(logSoftmaxOp, [floating('logSoftmax', x, dtype)], { dim: normalizeDim('logSoftmax', dim, x.ndim) })
}
