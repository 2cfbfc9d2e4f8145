import { IndexError, ShapeError } from './errors'

export type Shape = readonly number[]

/** The number of elements. */
export function numelOf(shape: Shape): number {
  let n = 1
  for (let d = 0; d < shape.length; d++) n *= shape[d] as number
  return n
}

/** Row-major strides, in elements. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length)
  let step = 1
  for (let d = shape.length - 1; d >= 0; d--) {
    strides[d] = step
    step *= Math.max(shape[d] as number, 1)
  }
  return strides
}

/** True where the elements lie in row-major order with no gaps. Dimensions of size 1 may have any stride. */
export function isContiguous(shape: Shape, strides: readonly number[]): boolean {
  let step = 1
  for (let d = shape.length - 1; d >= 0; d--) {
    const size = shape[d] as number
    if (size !== 1) {
      if (strides[d] !== step) return shape.includes(0)
      step *= size
    }
  }
  return true
}

/** True unless each element surely has a place of its own: larger strides then step over all that the smaller ones reach. */
export function mayOverlap(shape: Shape, strides: readonly number[]): boolean {
  if (shape.includes(0)) return false
  const dims = shape.map((size, d) => ({ size, stride: strides[d] as number })).filter(({ size }) => size > 1)
  let reach = 0
  for (const { size, stride } of dims.sort((a, b) => a.stride - b.stride)) {
    if (stride <= reach) return true
    reach += (size - 1) * stride
  }
  return false
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false
  for (let d = 0; d < a.length; d++) if (a[d] !== b[d]) return false
  return true
}

/** A shape as errors show it: `[64, 784]`. */
export function showShape(shape: Shape): string {
  return `[${shape.join(', ')}]`
}

/** Refuses sizes that are negative or no integers. */
export function checkSizes(op: string, shape: Shape): void {
  for (const size of shape) {
    if (!Number.isInteger(size) || size < 0) {
      throw new ShapeError(`${op}: a size must be a non-negative integer, got ${size} in ${showShape(shape)}`)
    }
  }
}

/**
 * The shape that both broadcast to: aligned from the right, sizes must be equal or one of them 1.
 *
 * @throws ShapeError naming both shapes.
 */
export function broadcastShapes(op: string, a: Shape, b: Shape): Shape {
  if (sameShape(a, b)) return a
  const rank = Math.max(a.length, b.length)
  const out = new Array<number>(rank)
  for (let d = 0; d < rank; d++) {
    const x = a[d - rank + a.length] ?? 1
    const y = b[d - rank + b.length] ?? 1
    if (x !== y && x !== 1 && y !== 1) {
      throw new ShapeError(
        `${op}: shapes ${showShape(a)} and ${showShape(b)} do not broadcast, sizes ${x} and ${y} differ at dimension ${d - rank}`,
      )
    }
    out[d] = x === 1 ? y : x
  }
  return out
}

/**
 * Strides that make a tensor of `shape` read as `to`: repeated dimensions get stride 0. The shapes must fit. As in
 * PyTorch a new dimension of size 1 gets the stride that it would have in contiguous memory.
 */
export function broadcastStrides(shape: Shape, strides: readonly number[], to: Shape): number[] {
  const lead = to.length - shape.length
  const out = new Array<number>(to.length)
  for (let d = to.length - 1; d >= 0; d--) {
    const isNew = d < lead
    const stride = isNew ? (to[d + 1] ?? 1) * (out[d + 1] ?? 1) : (strides[d - lead] as number)
    out[d] = to[d] === (isNew ? 1 : shape[d - lead]) ? stride : 0
  }
  return out
}

/**
 * A dimension counted from either end as an index from the left. A 0-d tensor takes 0 and -1, as in PyTorch.
 *
 * @throws IndexError outside the range.
 */
export function normalizeDim(op: string, dim: number, rank: number): number {
  const limit = Math.max(rank, 1)
  if (!Number.isInteger(dim) || dim < -limit || dim >= limit) {
    throw new IndexError(`${op}: dimension ${dim} is out of range, expected ${-limit} to ${limit - 1}`)
  }
  return dim < 0 ? dim + limit : dim
}

/** Refuses a dimension that is named twice. The dimensions are normalised. */
export function checkDistinct(op: string, dims: readonly number[]): void {
  const twice = dims.find((d, i) => dims.indexOf(d) !== i)
  if (twice !== undefined) throw new ShapeError(`${op}: dimension ${twice} is named twice`)
}

/** Several dimensions, normalised; none at all or null means every dimension. */
export function normalizeDims(op: string, dims: number | readonly number[] | null | undefined, rank: number): number[] {
  if (rank > 64) throw new ShapeError(`${op}: expects at most 64 dimensions, got ${rank}`)
  const list = typeof dims === 'number' ? [dims] : (dims ?? [])
  const found: number[] = []
  if (list.length === 0) {
    for (let d = 0; d < rank; d++) found.push(d)
    return found
  }
  for (const dim of list) {
    const d = normalizeDim(op, dim, rank)
    if (found.includes(d)) throw new ShapeError(`${op}: dimension ${d} appears twice in ${showShape(list)}`)
    found.push(d)
  }
  if (rank === 0) return []
  return found.length === 1 ? found : found.sort((x, y) => x - y)
}

/** The shape after reducing `dims`: kept as size 1, or removed. */
export function reducedShape(shape: Shape, dims: readonly number[], keepdim: boolean): number[] {
  const out: number[] = []
  for (let d = 0; d < shape.length; d++) {
    if (!dims.includes(d)) out.push(shape[d] as number)
    else if (keepdim) out.push(1)
  }
  return out
}

/**
 * A requested shape with its one -1 filled in.
 *
 * @throws ShapeError when the sizes do not multiply to `numel`.
 */
export function inferShape(op: string, requested: Shape, numel: number): Shape {
  let unknown = -1
  let known = 1
  for (let d = 0; d < requested.length; d++) {
    const size = requested[d] as number
    if (size === -1) {
      if (unknown >= 0) throw new ShapeError(`${op}: only one size can be -1, got ${showShape(requested)}`)
      unknown = d
    } else if (!Number.isInteger(size) || size < 0) {
      throw new ShapeError(`${op}: ${size} is no size, in ${showShape(requested)}`)
    } else known *= size
  }
  if (unknown < 0) {
    if (known !== numel) {
      throw new ShapeError(`${op}: shape ${showShape(requested)} holds ${known} elements, the tensor has ${numel}`)
    }
    return requested
  }
  if (known === 0 || numel % known !== 0) {
    throw new ShapeError(`${op}: no size for -1 makes ${showShape(requested)} hold the tensor's ${numel} elements`)
  }
  const out = [...requested]
  out[unknown] = numel / known
  return out
}

/**
 * Strides that show a strided tensor in another shape without moving an element, or null where that cannot be:
 * each group of old dimensions that lie evenly in memory may be cut anew.
 */
export function viewStrides(shape: Shape, strides: readonly number[], to: Shape): number[] | null {
  if (numelOf(shape) === 0) return contiguousStrides(to)
  const out = new Array<number>(to.length)
  let d = to.length - 1
  let groupSize = 1
  let groupStride = strides[strides.length - 1] ?? 1
  for (let s = shape.length - 1; s >= 0; s--) {
    groupSize *= shape[s] as number
    const next = s - 1
    const continues = next >= 0 && ((shape[next] as number) === 1 || strides[next] === groupSize * groupStride)
    if (continues) continue
    let cut = 1
    while (d >= 0 && (cut < groupSize || to[d] === 1)) {
      out[d] = cut * groupStride
      cut *= to[d] as number
      d--
    }
    if (cut !== groupSize) return null
    if (next >= 0) {
      groupSize = 1
      groupStride = strides[next] as number
    }
  }
  while (d >= 0) {
    if (to[d] !== 1) return null
    out[d] = 1
    d--
  }
  return out
}
