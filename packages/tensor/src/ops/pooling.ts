import type { DType } from '../core/dtype'
import { apply, nameStep, type Op } from '../core/op'
import { allocate, reshaped } from '../core/operand'
import { numelOf, type Shape } from '../core/shape'
import { poolArgmax, poolSpread, poolSum } from '../kernels/js/pooling'
import type { Windows } from '../kernels/windows'
import { getBackend } from '../memory/backend'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import { tensor, zeros } from './creation'
import type { Picked } from './pick'

const kernels = extraKernels({ poolArgmax, poolSpread, poolSum })

type MeanPool = 'avgPool2d' | 'adaptiveAvgPool2d'
type MaxPool = 'maxPool2d' | 'adaptiveMaxPool2d'

interface MeanParams {
  readonly rows: Windows
  readonly cols: Windows
  /** By what the sum of each window is divided. */
  readonly divisor: Tensor | number
  /** Of what the op computes. */
  readonly shape: Shape
}

/** The means of windows. Their gradient spreads each share over its window, and the two are each other's gradient. */
function defineMean(name: string, node: string): Op<[Tensor], MeanParams> {
  const meanOp: Op<[Tensor], MeanParams> = {
    name,
    node: `${node}Backward0`,
    forward(_, [x], { rows, cols, divisor, shape }) {
      const sums = allocate(planesOf(shape), x.dtype)
      kernels().poolSum(asPlanes(x), rows, cols, sums)
      const means = sums.div(divisor, { roundingMode: x.isFloatingPoint() ? null : 'trunc' })
      return reshaped(means, shape)
    },
    backward: ({ params, shapes: [shape = []] }, grad) => [apply(spreadOp, [grad], { ...params, shape })],
  }
  const spreadOp: Op<[Tensor], MeanParams> = {
    name: `${name}Backward`,
    node: `${node}BackwardBackward0`,
    forward(_, [grad], { rows, cols, divisor, shape }) {
      const out = allocate(planesOf(shape), grad.dtype)
      const shares = asPlanes(grad).div(divisor)
      kernels().poolSpread(shares, rows, cols, out)
      return reshaped(out, shape)
    },
    backward: ({ params, shapes: [shape = []] }, grad) => [apply(meanOp, [grad], { ...params, shape })],
  }
  return meanOp
}

interface MaxParams {
  /** Where in its plane the largest element of each window is. */
  readonly indices: Tensor
  /** Of what the op computes. */
  readonly shape: Shape
}

/** The largest elements of windows, found before. Their gradient goes to where each came from: its own is back again. */
function defineMax(name: string, node: string): Op<[Tensor], MaxParams> {
  const maxOp: Op<[Tensor], MaxParams> = {
    name,
    node: `${node}Backward0`,
    forward(context, [x], { indices, shape }) {
      context.save(indices)
      const out = allocate(inRows(indices).shape, x.dtype)
      getBackend().kernels.gather(inRows(x), 1, inRows(indices), out)
      return reshaped(out, shape)
    },
    backward({ saved: [indices], shapes: [shape = []] }, grad) {
      return [apply(placeOp, [grad], { indices: indices as Tensor, shape })]
    },
  }
  const placeOp: Op<[Tensor], MaxParams> = {
    name: `${name}Backward`,
    node: `${node}BackwardBackward0`,
    forward(context, [grad], { indices, shape }) {
      context.save(indices)
      const out = zeros([numelOf(shape.slice(0, -2)), numelOf(shape.slice(-2))], { dtype: grad.dtype })
      getBackend().kernels.scatter(name, 'sum', inRows(grad), 1, inRows(indices), out)
      return reshaped(out, shape)
    },
    backward({ saved: [indices], shapes: [shape = []] }, grad) {
      return [apply(maxOp, [grad], { indices: indices as Tensor, shape })]
    },
  }
  return maxOp
}

/** The pools, as nodes of the graph are named after them. */
const meanOps: Readonly<Record<MeanPool, Op<[Tensor], MeanParams>>> = {
  avgPool2d: defineMean('avgPool2d', 'AvgPool2D'),
  adaptiveAvgPool2d: defineMean('adaptiveAvgPool2d', 'AdaptiveAvgPool2D'),
}
const maxOps: Readonly<Record<MaxPool, Op<[Tensor], MaxParams>>> = {
  maxPool2d: defineMax('maxPool2d', 'MaxPool2DWithIndices'),
  adaptiveMaxPool2d: defineMax('adaptiveMaxPool2d', 'AdaptiveMaxPool2D'),
}

/** All dimensions in front of rows and columns as one, as kernels have it. */
function planesOf(shape: Shape): Shape {
  return [numelOf(shape.slice(0, -2)), ...shape.slice(-2)]
}

function asPlanes(x: Tensor): Tensor {
  return x.detach().reshape(planesOf(x.shape))
}

/** Each plane as one row. */
function inRows(x: Tensor): Tensor {
  return x.detach().reshape([numelOf(x.shape.slice(0, -2)), numelOf(x.shape.slice(-2))])
}

/**
 * Where no element of a window lies in the plane, as a dilated window may lie wholly in the padding. Null where there is
 * no such window.
 */
function emptyWindows(rows: Windows, cols: Windows): Tensor | null {
  const [inRow, inCol] = [rows, cols].map(({ start, end }) => start.map((first, i) => first >= (end[i] as number)))
  if (![inRow, inCol].some((list) => list?.includes(true))) return null
  const asMask = (list: boolean[] = []): Tensor => tensor(list, { dtype: 'bool' })
  return asMask(inRow).unsqueeze(-1).logicalOr(asMask(inCol))
}

/** What is the largest of no elements. */
const lowest: Readonly<Record<DType, number>> = {
  float32: -Infinity,
  float64: -Infinity,
  int64: Number.MIN_SAFE_INTEGER,
  int32: -(2 ** 31),
  uint8: 0,
  bool: 0,
}

function pooledShape(x: Tensor, rows: Windows, cols: Windows): Shape {
  return [...x.shape.slice(0, -2), rows.start.length, cols.start.length]
}

/**
 * The sum of each window, divided by a number or by one for each window of a plane; integers are cut.
 *
 * @param name what the graph calls it
 * @param x shape [..., rows, columns]
 * @param divisor a number, or a tensor of shape [windows down, windows across]
 * @returns shape [..., windows down, windows across]
 */
export function poolMean(name: MeanPool, x: Tensor, rows: Windows, cols: Windows, divisor: Tensor | number): Tensor {
  return apply(meanOps[name], [x], { rows, cols, divisor, shape: pooledShape(x, rows, cols) })
}

/**
 * The largest element of each window, the first on ties, and its place, counted row by row in its plane. A window without
 * an element has the lowest number, and a place beyond its plane.
 *
 * @param name what the graph calls it
 * @param x shape [..., rows, columns]
 * @returns shape [..., windows down, windows across]
 */
export function poolMax(name: MaxPool, x: Tensor, rows: Windows, cols: Windows): Picked {
  const shape = pooledShape(x, rows, cols)
  const places = allocate(planesOf(shape), 'int64')
  kernels().poolArgmax(asPlanes(x), rows, cols, places)
  const indices = reshaped(places, shape)
  const empty = emptyWindows(rows, cols)
  if (empty === null) return { values: apply(maxOps[name], [x], { indices, shape }), indices }
  const values = apply(maxOps[name], [x], { indices: indices.maskedFill(empty, 0), shape })
  return { values: nameStep(maxOps[name].node as string, values.maskedFill(empty, lowest[x.dtype])), indices }
}
