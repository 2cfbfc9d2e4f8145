import { DTypeError, ShapeError } from '../core/errors'
import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { type Shape, showShape } from '../core/shape'
import type { ConvolutionGeometry } from '../kernels/convolution-geometry'
import { convolution as convolutionInJs, convolutionInput, convolutionWeight } from '../kernels/js/convolution'
import type { Strided } from '../kernels/strided'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'

const kernels = extraKernels({ convolution: convolutionInJs, convolutionInput, convolutionWeight })

// T(x, w, g) = ⟨x ∗ w, g⟩ is linear in each of the three, and its gradients by g, x and w are the three ops here. So
// the gradients of each op are the other two, to any order. The first two add a bias to each channel where there is
// one.

interface Params {
  readonly geometry: ConvolutionGeometry
  /** Of what the op computes. */
  readonly shape: Shape
}

/** The third input, where there is one, is the bias. */
type Inputs = readonly [Tensor, Tensor, ...Tensor[]]

/** ∂T/∂g: y = x ∗ w (+ b). */
const forwardOp: Op<Inputs, Params> = {
  name: 'convolution',
  forward(context, [x, w, bias], { geometry, shape }) {
    context.save(x, w)
    const out = allocate(shape, x.dtype)
    kernels().convolution(inPlane(x), inPlane(w), bias ?? null, geometry, inPlane(out))
    return out
  },
  backward({ saved, params: { geometry }, needs }, grad) {
    const [x, w] = saved as [Tensor, Tensor]
    return [
      needs[0] === true ? byInput(grad, w, geometry, x.shape) : null,
      needs[1] === true ? byWeight(grad, x, geometry, w.shape) : null,
      ...biasGradient(grad, needs),
    ]
  },
}

/** ∂T/∂x, from g and w: the transposed convolution. */
const inputOp: Op<Inputs, Params> = {
  name: 'convolution',
  forward(context, [g, w, bias], { geometry, shape }) {
    context.save(g, w)
    const out = allocate(shape, g.dtype)
    kernels().convolutionInput(inPlane(g), inPlane(w), bias ?? null, geometry, inPlane(out))
    return out
  },
  backward({ saved, params: { geometry }, needs }, gx) {
    const [g, w] = saved as [Tensor, Tensor]
    return [
      needs[0] === true ? apply(forwardOp, [gx, w], { geometry, shape: g.shape }) : null,
      needs[1] === true ? byWeight(g, gx, geometry, w.shape) : null,
      ...biasGradient(gx, needs),
    ]
  },
}

/** ∂T/∂w, from g and x. */
const weightOp: Op<[Tensor, Tensor], Params> = {
  name: 'convolutionWeight',
  forward(context, [g, x], { geometry, shape }) {
    context.save(g, x)
    const out = allocate(shape, g.dtype)
    kernels().convolutionWeight(inPlane(g), inPlane(x), geometry, inPlane(out))
    return out
  },
  backward({ saved, params: { geometry }, needs }, gw) {
    const [g, x] = saved as [Tensor, Tensor]
    return [
      needs[0] === true ? apply(forwardOp, [x, gw], { geometry, shape: g.shape }) : null,
      needs[1] === true ? byInput(g, gw, geometry, x.shape) : null,
    ]
  },
}

function byInput(g: Tensor, w: Tensor, geometry: ConvolutionGeometry, shape: Shape): Tensor {
  return apply(inputOp, [g, w], { geometry, shape })
}

function byWeight(g: Tensor, x: Tensor, geometry: ConvolutionGeometry, shape: Shape): Tensor {
  return apply(weightOp, [g, x], { geometry, shape })
}

/** Kernels are 2-d: what has no rows is read as one row. */
function inPlane({ storage, dtype, shape, strides, offset }: Strided): Strided {
  if (shape.length === 4) return { storage, dtype, shape, strides, offset }
  const withRow = (list: readonly number[], row: number): number[] => [...list.slice(0, 2), row, ...list.slice(2)]
  return { storage, dtype, shape: withRow(shape, 1), strides: withRow(strides, 0), offset }
}

/** A bias is added to each element of its channel. */
function biasGradient(grad: Tensor, needs: readonly boolean[]): (Tensor | null)[] {
  if (needs.length < 3) return []
  return [needs[2] === true ? grad.sum(grad.shape.map((_, d) => d).filter((d) => d !== 1)) : null]
}

function checkOperands(op: string, x: Tensor, w: Tensor, bias: Tensor | null, outChannels: number): void {
  for (const operand of [w, bias]) {
    if (operand !== null && operand.dtype !== x.dtype) {
      throw new DTypeError(`${op}: operands have different dtypes, ${x.dtype} and ${operand.dtype}`)
    }
  }
  if (x.dtype === 'bool') throw new DTypeError(`${op}: not defined for bool tensors`)
  if (bias !== null && (bias.ndim !== 1 || bias.shape[0] !== outChannels)) {
    throw new ShapeError(`${op}: bias must have shape [${outChannels}], got ${showShape(bias.shape)}`)
  }
}

/** Refuses shapes that do not belong together; `channels` is how many the weight makes of the input. */
function checkShapes(op: string, x: Tensor, w: Tensor, channels: number, { groups }: ConvolutionGeometry): void {
  if ((x.ndim !== 3 && x.ndim !== 4) || w.ndim !== x.ndim) {
    throw new ShapeError(
      `${op}: input and weight must both have 3 or 4 dimensions, got ${showShape(x.shape)} and ${showShape(w.shape)}`,
    )
  }
  if (w.shape[0] === 0 || (w.shape[0] as number) % groups !== 0) {
    throw new ShapeError(`${op}: a weight ${showShape(w.shape)} cannot be split into ${groups} groups`)
  }
  if (w.shape.slice(2).includes(0)) throw new ShapeError(`${op}: a kernel must not be empty, got ${showShape(w.shape)}`)
  if (x.shape[1] !== channels) {
    throw new ShapeError(
      `${op}: an input ${showShape(x.shape)} does not fit a weight ${showShape(w.shape)} in ${groups} groups, expected ${channels} channels`,
    )
  }
}

/** What happens along one dimension of a convolution. */
interface Along {
  readonly input: number
  /** What the kernel covers, with the gaps of its dilation. */
  readonly reach: number
  readonly stride: number
  readonly padding: number
}

/** The output's size in each spatial dimension, which must not be 0. */
function outputSize(
  op: string,
  x: Tensor,
  w: Tensor,
  { stride, padding, dilation }: ConvolutionGeometry,
  sizeOf: (along: Along, dim: 0 | 1) => number,
): number[] {
  const size = x.shape.slice(2).map((input, i) => {
    const d = (i + 4 - x.ndim) as 0 | 1
    const reach = dilation[d] * ((w.shape[i + 2] as number) - 1) + 1
    return Math.max(sizeOf({ input, reach, stride: stride[d], padding: padding[d] }, d), 0)
  })
  if (size.some((length) => length < 1)) {
    throw new ShapeError(
      `${op}: an input ${showShape(x.shape)} is too small for a weight ${showShape(w.shape)}, the output would have size ${showShape(size)}`,
    )
  }
  return size
}

/**
 * A convolution in one or two dimensions (as everywhere in deep learning a cross-correlation): each output is the sum
 * of a window of the input times the kernel, plus its channel's bias. In one dimension there is a single row.
 *
 * @param x shape [n, channels, rows, columns] or [n, channels, columns]
 * @param w shape [outChannels, channels / groups, kernelRows, kernelColumns], or without the rows
 * @param bias shape [outChannels], or null
 * @param op as errors name it
 * @returns shape [n, outChannels, outRows, outColumns], or without the rows
 * @throws ShapeError where channels do not fit, or the kernel is larger than the padded input.
 * @throws DTypeError for bool, and for different dtypes.
 * @see torch.nn.functional.conv2d
 */
export function convolution(
  x: Tensor,
  w: Tensor,
  bias: Tensor | null,
  geometry: ConvolutionGeometry,
  op = 'convolution',
): Tensor {
  checkShapes(op, x, w, (w.shape[1] ?? 0) * geometry.groups, geometry)
  const [outChannels] = w.shape as [number]
  checkOperands(op, x, w, bias, outChannels)
  const sizeOf = ({ input, reach, stride, padding }: Along): number =>
    Math.floor((input + 2 * padding - reach) / stride) + 1
  const size = outputSize(op, x, w, geometry, sizeOf)
  const shape = [x.shape[0] as number, outChannels, ...size]
  return apply(forwardOp, bias === null ? [x, w] : [x, w, bias], { geometry, shape })
}

/**
 * The transposed convolution: what the gradient of a convolution does to go back to its input; plus a bias.
 *
 * @param x shape [n, channels, rows, columns] or [n, channels, columns]
 * @param w shape [channels, outChannels / groups, kernelRows, kernelColumns], or without the rows
 * @param bias shape [outChannels], or null
 * @param outputPadding rows and columns added to the output's end, as several sizes lead to the same input
 * @param op as errors name it
 * @returns shape [n, outChannels, outRows, outColumns], or without the rows
 * @throws ShapeError where channels do not fit, or nothing would be left of the output.
 * @throws DTypeError for bool, and for different dtypes.
 * @see torch.nn.functional.conv_transpose2d
 */
export function convolutionTranspose(
  x: Tensor,
  w: Tensor,
  bias: Tensor | null,
  geometry: ConvolutionGeometry,
  outputPadding: readonly [number, number],
  op = 'convolutionTranspose',
): Tensor {
  checkShapes(op, x, w, w.shape[0] as number, geometry)
  const outChannels = (w.shape[1] as number) * geometry.groups
  checkOperands(op, x, w, bias, outChannels)
  const sizeOf = ({ input, reach, stride, padding }: Along, dim: 0 | 1): number =>
    (input - 1) * stride - 2 * padding + reach + outputPadding[dim]
  const size = outputSize(op, x, w, geometry, sizeOf)
  const shape = [x.shape[0] as number, outChannels, ...size]
  return apply(inputOp, bias === null ? [x, w] : [x, w, bias], { geometry, shape })
}
