import { apply, type Op } from '../core/op'
import { allocate } from '../core/operand'
import { broadcastShapes, type Shape } from '../core/shape'
import type { Strided } from '../kernels/strided'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { zeros } from './creation'

/** Elements named by lists of indices: `lists[i]` says the places along dimension `dims[i]`. */
export interface Listing {
  readonly dims: readonly number[]
  /** Broadcast to one shape, which the result has in place of the listed dimensions. */
  readonly lists: readonly Tensor[]
  /** Where it has it. NumPy's rule: where the listed dimensions were if they stand side by side, else in front. */
  readonly at: number
}

/** Takes a list of indices, or null for all of them, for each of the first dimensions. Null where there are no lists. */
export function listing(op: string, lists: readonly (Tensor | null)[]): Listing | null {
  const dims = lists.flatMap((list, d) => (list === null ? [] : [d]))
  const [start] = dims
  if (start === undefined) return null
  const shape = dims.reduce<Shape>((s, d) => broadcastShapes(op, s, (lists[d] as Tensor).shape), [])
  const isTogether = dims.every((d, i) => d === start + i)
  return { dims, lists: dims.map((d) => (lists[d] as Tensor).expand(shape)), at: isTogether ? start : 0 }
}

function listShape({ lists }: Listing): Shape {
  return (lists[0] as Tensor).shape
}

/** The shape of what the lists name in a tensor. */
export function listedShape(shape: Shape, listed: Listing): Shape {
  const others = shape.filter((_, d) => !listed.dims.includes(d))
  return [...others.slice(0, listed.at), ...listShape(listed), ...others.slice(listed.at)]
}

function permuted({ storage, dtype, shape, strides, offset }: Strided, order: readonly number[]): Strided {
  const inOrder = (list: readonly number[]): number[] => order.map((d) => list[d] as number)
  return { storage, dtype, shape: inOrder(shape), strides: inOrder(strides), offset }
}

/** A tensor with the dimensions that are listed in front, as kernels take it. */
function indexedFirst(x: Strided, { dims }: Listing): Strided {
  const others = x.shape.map((_, d) => d).filter((d) => !dims.includes(d))
  return permuted(x, [...dims, ...others])
}

/** A result with the dimensions of the lists in front, as kernels take it. */
function listsFirst(x: Strided, listed: Listing): Strided {
  const all = x.shape.map((_, d) => d)
  const end = listed.at + listShape(listed).length
  return permuted(x, [...all.slice(listed.at, end), ...all.slice(0, listed.at), ...all.slice(end)])
}

/** Takes what is listed; the gradient goes back to where each element came from, and adds up there. */
function defineTaking(name: string, node?: string): Op<[Tensor], Listing> {
  return {
    name,
    ...(node === undefined ? {} : { node }),
    forward(context, [x], listed) {
      const out = allocate(listedShape(x.shape, listed), x.dtype)
      getBackend().kernels.index(name, indexedFirst(x, listed), listed.lists, listsFirst(out, listed))
      context.save(...listed.lists)
      return out
    },
    backward({ saved, params, shapes: [shape = []] }, grad) {
      const listed = { ...params, lists: saved as readonly Tensor[] }
      return [putListed('indexPut', zeros(shape, { dtype: grad.dtype }), listed, grad, true)]
    },
  }
}

type TakingName = 'at' | 'indexSelect' | 'take' | 'maskedSelect'

const takingOps: Readonly<Record<TakingName, Op<[Tensor], Listing>>> = {
  at: defineTaking('at', 'IndexBackward0'),
  indexSelect: defineTaking('indexSelect'),
  take: defineTaking('take'),
  maskedSelect: defineTaking('maskedSelect'),
}

/** What is listed of x, as the op of that name. */
export function takeListed(op: TakingName, x: Tensor, listed: Listing): Tensor {
  return apply(takingOps[op], [x], listed)
}

export interface PutParams extends Listing {
  /** Add to what is there instead of replacing it. */
  readonly accumulate: boolean
}

/** Puts values where the lists say: they have the listed shape and x's dtype. */
function definePutting(name: string, node?: string): Op<[Tensor, Tensor], PutParams> {
  return {
    name,
    ...(node === undefined ? {} : { node }),
    forward(context, [x, values], params) {
      const out = allocate(x.shape, x.dtype)
      const { kernels } = getBackend()
      kernels.copy(x, out)
      kernels.indexPut(name, indexedFirst(out, params), params.lists, listsFirst(values, params), params.accumulate)
      context.save(...params.lists)
      return out
    },
    backward({ saved, params, needs }, grad) {
      const listed = { ...params, lists: saved as readonly Tensor[] }
      const nothing = (): Tensor => zeros(listedShape(grad.shape, listed), { dtype: grad.dtype })
      return [
        params.accumulate ? grad : putListed('indexPut', grad, listed, nothing(), false),
        needs[1] === true ? takeListed('at', grad, listed) : null,
      ]
    },
  }
}

type PuttingName = 'setAt' | 'indexPut' | 'indexAdd' | 'indexCopy' | 'maskedScatter'

/** The ops that put values where lists of indices say. */
export const puttingOps: Readonly<Record<PuttingName, Op<[Tensor, Tensor], PutParams>>> = {
  setAt: definePutting('setAt', 'IndexPutBackward0'),
  indexPut: definePutting('indexPut'),
  indexAdd: definePutting('indexAdd'),
  indexCopy: definePutting('indexCopy'),
  maskedScatter: definePutting('maskedScatter'),
}

/** x with values put where the lists say, as the op of that name. */
export function putListed(op: PuttingName, x: Tensor, listed: Listing, values: Tensor, accumulate: boolean): Tensor {
  return apply(puttingOps[op], [x, values], { ...listed, accumulate })
}
