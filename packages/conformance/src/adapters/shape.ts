import {
  atleast1d,
  atleast2d,
  atleast3d,
  blockDiag,
  broadcastTensors,
  cartesianProd,
  cat,
  columnStack,
  diag,
  diagEmbed,
  diagflat,
  diagonal,
  dstack,
  fliplr,
  flipud,
  hstack,
  type MeshgridOptions,
  meshgrid,
  repeatInterleave,
  roll,
  rot90,
  slice,
  stack,
  Tensor,
  tensorSplit,
  unfold,
  vstack,
} from '@nn/tensor'
import type { Call } from '../call'
import type { Adapters } from './adapter'

/** One tensor, or a list of them. */
function oneOrSeveral(c: Call): Tensor | Tensor[] {
  return c.value(0) instanceof Tensor ? c.tensor(0) : c.tensors(0)
}

/** One number, or a list of them. */
function numbers(c: Call, index: number, name: string): number | readonly number[] {
  const value = c.value(index, name)
  return Array.isArray(value) ? (value as readonly number[]) : c.number(index, name)
}

/** Where to cut: into how many parts, or at which indices. */
function sections(c: Call): number | readonly number[] | Tensor {
  return c.value(1) instanceof Tensor ? c.tensor(1) : numbers(c, 1, 'indices_or_sections')
}

function sliceOf(c: Call): Tensor {
  const place = (index: number, name: string): number | null => (c.has(index, name) ? c.number(index, name) : null)
  const before = new Array<string>(c.number(1, 'dim', 0)).fill(':')
  return c.tensor(0).at(...before, slice(place(2, 'start'), place(3, 'end'), c.number(4, 'step', 1)))
}

const diagonalOf = (c: Call): [offset: number, dim1: number, dim2: number] => [
  c.number(1, 'offset', 0),
  c.number(2, 'dim1', 0),
  c.number(3, 'dim2', 1),
]

/** Views, and elements in other places. */
export const shape: Adapters = {
  reshape: (c) => c.tensor(0).reshape(c.sizes(1, 'shape')),
  view: (c) => c.tensor(0).view(c.sizes(1, 'size')),
  view_as: (c) => c.tensor(0).viewAs(c.tensor(1)),
  reshape_as: (c) => c.tensor(0).reshapeAs(c.tensor(1)),
  expand: (c) => c.tensor(0).expand(c.sizes(1, 'size')),
  expand_as: (c) => c.tensor(0).expandAs(c.tensor(1)),
  broadcast_to: (c) => c.tensor(0).broadcastTo(c.sizes(1, 'size')),
  broadcast_tensors: (c) => broadcastTensors(...c.tensors(0)),
  permute: (c) => c.tensor(0).permute(c.sizes(1, 'dims')),
  transpose: (c) => c.tensor(0).transpose(c.number(1, 'dim0'), c.number(2, 'dim1')),
  t: (c) => c.tensor(0).t(),
  squeeze: (c) => (c.has(1, 'dim') ? c.tensor(0).squeeze(numbers(c, 1, 'dim')) : c.tensor(0).squeeze()),
  unsqueeze: (c) => c.tensor(0).unsqueeze(c.number(1, 'dim')),
  flatten: (c) => c.tensor(0).flatten(c.number(1, 'start_dim', 0), c.number(2, 'end_dim', -1)),
  unflatten: (c) => c.tensor(0).unflatten(c.number(1, 'dim'), c.sizes(2, 'sizes')),
  movedim: (c) => c.tensor(0).movedim(numbers(c, 1, 'source'), numbers(c, 2, 'destination')),
  ravel: (c) => c.tensor(0).ravel(),
  contiguous: (c) => c.tensor(0).contiguous(),
  clone: (c) => c.tensor(0).clone(),
  atleast_1d: (c) => atleast1d(oneOrSeveral(c) as Tensor),
  atleast_2d: (c) => atleast2d(oneOrSeveral(c) as Tensor),
  atleast_3d: (c) => atleast3d(oneOrSeveral(c) as Tensor),

  narrow: (c) => {
    const start = c.value(2, 'start')
    return c
      .tensor(0)
      .narrow(c.number(1, 'dim'), start instanceof Tensor ? start : c.number(2, 'start'), c.number(3, 'length'))
  },
  select: (c) => c.tensor(0).select(c.number(1, 'dim'), c.number(2, 'index')),
  slice: sliceOf,
  split: (c) => c.tensor(0).split(numbers(c, 1, 'split_size'), c.number(2, 'dim', 0)),
  split_with_sizes: (c) => c.tensor(0).split(c.sizes(1, 'split_sizes'), c.number(2, 'dim', 0)),
  chunk: (c) => c.tensor(0).chunk(c.number(1, 'chunks'), c.number(2, 'dim', 0)),
  tensor_split: (c) => tensorSplit(c.tensor(0), sections(c), c.number(2, 'dim', 0)),
  unbind: (c) => c.tensor(0).unbind(c.number(1, 'dim', 0)),
  unfold: (c) => unfold(c.tensor(0), c.number(1, 'dimension'), c.number(2, 'size'), c.number(3, 'step')),
  diagonal: (c) => diagonal(c.tensor(0), ...diagonalOf(c)),
  diag: (c) => diag(c.tensor(0), c.number(1, 'diagonal', 0)),
  diag_embed: (c) => diagEmbed(c.tensor(0), c.number(1, 'offset', 0), c.number(2, 'dim1', -2), c.number(3, 'dim2', -1)),
  diagflat: (c) => diagflat(c.tensor(0), c.number(1, 'offset', 0)),
  tril: (c) => c.tensor(0).tril(c.number(1, 'diagonal', 0)),
  triu: (c) => c.tensor(0).triu(c.number(1, 'diagonal', 0)),

  flip: (c) => c.tensor(0).flip(c.sizes(1, 'dims')),
  fliplr: (c) => fliplr(c.tensor(0)),
  flipud: (c) => flipud(c.tensor(0)),
  roll: (c) => roll(c.tensor(0), numbers(c, 1, 'shifts'), c.has(2, 'dims') ? numbers(c, 2, 'dims') : []),
  rot90: (c) => rot90(c.tensor(0), c.number(1, 'k', 1), c.has(2, 'dims') ? c.sizes(2, 'dims') : [0, 1]),
  repeat: (c) => c.tensor(0).repeat(c.sizes(1, 'repeats')),
  tile: (c) => c.tensor(0).tile(c.sizes(1, 'dims')),
  repeat_interleave: (c) => {
    const repeats = c.value(1, 'repeats')
    const options = c.options<{ outputSize?: number }>({ outputSize: ['output_size', 3] })
    const dim = c.has(2, 'dim') ? c.number(2, 'dim') : null
    return repeatInterleave(c.tensor(0), repeats instanceof Tensor ? repeats : c.number(1, 'repeats'), dim, options)
  },

  cat: (c) => cat(c.tensors(0), c.number(1, 'dim', 0)),
  stack: (c) => stack(c.tensors(0), c.number(1, 'dim', 0)),
  hstack: (c) => hstack(c.tensors(0)),
  vstack: (c) => vstack(c.tensors(0)),
  dstack: (c) => dstack(c.tensors(0)),
  column_stack: (c) => columnStack(c.tensors(0)),
  meshgrid: (c) => meshgrid(c.tensors(0), c.options<MeshgridOptions>({ indexing: ['indexing', -1] })),
  cartesian_prod: (c) => cartesianProd(...c.tensors(0)),
  block_diag: (c) => blockDiag(...c.tensors(0)),
}
