import {
  argwhere,
  type Index,
  indexAdd,
  indexCopy,
  indexFill,
  maskedScatter,
  nonzero,
  scatter,
  scatterAdd,
  scatterReduce,
  type Tensor,
  take,
  takeAlongDim,
} from '@nn/tensor'
import type { Call } from '../call'
import type { Value } from '../decode'
import type { Adapters } from './adapter'

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

/**
 * Python's `x[...]`. A list of numbers is one list of indices; any other list stands for the tuple of what is written
 * between the brackets.
 */
function indices(value: Value): Index[] {
  const isOneIndex = !isList(value) || value.every((part) => typeof part === 'number')
  return (isOneIndex ? [value] : [...value]) as Index[]
}

const operandOrSource = (c: Call): Tensor | number | boolean => c.operand(3, c.has(3, 'src') ? 'src' : 'value')

/** Elements by index and by mask. */
export const indexing: Adapters = {
  __getitem__: (c) => c.tensor(0).at(...indices(c.value(1) as Value)),
  gather: (c) => c.tensor(0).gather(c.number(1, 'dim'), c.tensor(2, 'index')),
  scatter: (c) =>
    scatter(
      c.tensor(0),
      c.number(1, 'dim'),
      c.tensor(2, 'index'),
      operandOrSource(c),
      c.options({ reduce: ['reduce', 4] }),
    ),
  scatter_add: (c) => scatterAdd(c.tensor(0), c.number(1, 'dim'), c.tensor(2, 'index'), c.tensor(3, 'src')),
  scatter_reduce: (c) =>
    scatterReduce(
      c.tensor(0),
      c.number(1, 'dim'),
      c.tensor(2, 'index'),
      c.tensor(3, 'src'),
      c.text(4, 'reduce', 'sum'),
      c.options({ includeSelf: ['include_self', 5] }),
    ),
  index_select: (c) => c.tensor(0).indexSelect(c.number(1, 'dim'), c.tensor(2, 'index')),
  index_add: (c) =>
    indexAdd(
      c.tensor(0),
      c.number(1, 'dim'),
      c.tensor(2, 'index'),
      c.tensor(3, 'source'),
      c.options({ alpha: ['alpha', 4] }),
    ),
  index_fill: (c) => indexFill(c.tensor(0), c.number(1, 'dim'), c.tensor(2, 'index'), c.operand(3, 'value')),
  index_copy: (c) => indexCopy(c.tensor(0), c.number(1, 'dim'), c.tensor(2, 'index'), c.tensor(3, 'source')),
  index_put: (c) =>
    c.tensor(0).indexPut(c.tensors(1, 'indices'), c.tensor(2, 'values'), c.options({ accumulate: ['accumulate', 3] })),
  masked_fill: (c) => c.tensor(0).maskedFill(c.tensor(1, 'mask'), c.operand(2, 'value')),
  masked_select: (c) => c.tensor(0).maskedSelect(c.tensor(1, 'mask')),
  masked_scatter: (c) => maskedScatter(c.tensor(0), c.tensor(1, 'mask'), c.tensor(2, 'source')),
  take: (c) => take(c.tensor(0), c.tensor(1, 'index')),
  take_along_dim: (c) => takeAlongDim(c.tensor(0), c.tensor(1, 'indices'), c.has(2, 'dim') ? c.number(2, 'dim') : null),
  nonzero: (c) => nonzero(c.tensor(0), { asTuple: c.flag(1, 'as_tuple') }),
  argwhere: (c) => argwhere(c.tensor(0)),
}
