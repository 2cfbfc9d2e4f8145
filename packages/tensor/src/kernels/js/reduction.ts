import type { DType, TypedArray } from '../../core/dtype'
import { numelOf } from '../../core/shape'
import type { Strided } from '../strided'
import { arithmeticOf } from './integers'
import { forEachIndex, forEachRun, type Layout } from './runs'
import { logaddexp } from './special/logaddexp'
import { storeInto } from './store'

/** A reduction: where it starts, how it takes an element, and what it makes of the total and the count. */
interface Reduction {
  readonly start: number
  readonly step: (total: number, x: number) => number
  readonly finish?: (total: number, count: number) => number
}

/** What a kernel can compute of many elements. */
export type ReductionName = 'sum' | 'mean' | 'prod' | 'max' | 'min' | 'all' | 'any' | 'logsumexp'

/** The reductions: an entry each. Sums of float32 run in double and round once. */
const reductions: Readonly<Record<ReductionName, Reduction>> = {
  sum: { start: 0, step: (total: number, x: number): number => total + x },
  mean: {
    start: 0,
    step: (total: number, x: number): number => total + x,
    finish: (total: number, count: number): number => total / count,
  },
  prod: { start: 1, step: (total: number, x: number): number => total * x },
  max: { start: -Infinity, step: (total: number, x: number): number => Math.max(total, x) },
  min: { start: Infinity, step: (total: number, x: number): number => Math.min(total, x) },
  all: { start: 1, step: (total: number, x: number): number => (total !== 0 && x !== 0 ? 1 : 0) },
  any: { start: 0, step: (total: number, x: number): number => (total !== 0 || x !== 0 ? 1 : 0) },
  logsumexp: { start: -Infinity, step: logaddexp },
}

export function reduce(name: ReductionName, x: Strided, dims: readonly number[], out: Strided): void {
  const { start, finish }: Reduction = reductions[name]
  const step = stepFor(name, out.dtype)
  const from = x.storage.data
  const to = out.storage.data
  const store = storeInto(name, out.dtype)
  const { kept, reduced } = splitDims(x, dims)
  const count = numelOf(reduced.shape)
  const keptOut = kept.dims.map((d) => out.strides[d] as number)
  const at = [x.offset, out.offset]
  forEachIndex(kept.shape, [kept.strides, keptOut], at, () => {
    const [offset, o] = at as [number, number]
    const total = totalOf(from, { strides: reduced.strides, offset }, reduced.shape, start, step)
    to[o] = store(finish === undefined ? total : finish(total, count))
  })
}

/** The step in the arithmetic of the result's dtype: a total of integers may leave what doubles hold, and come back wrong. */
function stepFor(name: ReductionName, dtype: DType): Reduction['step'] {
  if (dtype === 'float32' || dtype === 'float64' || dtype === 'bool') return reductions[name].step
  const { add, mul } = arithmeticOf(name, dtype)
  if (name === 'sum') return add
  if (name !== 'prod') return reductions[name].step
  // A product only grows, unless a 0 ends it: int64 is checked once, when it is stored.
  return dtype === 'int64' ? (total, x) => (x === 0 ? 0 : total * x) : mul
}

function totalOf(
  from: TypedArray,
  layout: Layout,
  shape: readonly number[],
  start: number,
  step: (total: number, x: number) => number,
): number {
  let total = start
  forEachRun(shape, [layout], (at, length, steps) => {
    let i = at[0] as number
    const si = steps[0] as number
    for (let n = 0; n < length; n++, i += si) total = step(total, from[i] as number)
  })
  return total
}

interface DimGroup {
  readonly dims: number[]
  readonly shape: number[]
  readonly strides: number[]
}

/** Sorts the dimensions of x into those that a reduction keeps and those that it reduces. */
export function splitDims(x: Strided, dims: readonly number[]): { kept: DimGroup; reduced: DimGroup } {
  const kept: DimGroup = { dims: [], shape: [], strides: [] }
  const reduced: DimGroup = { dims: [], shape: [], strides: [] }
  for (let d = 0; d < x.shape.length; d++) {
    const group = dims.includes(d) ? reduced : kept
    group.dims.push(d)
    group.shape.push(x.shape[d] as number)
    group.strides.push(x.strides[d] as number)
  }
  return { kept, reduced }
}
