import { contiguousStrides } from '../core/shape'
import type { Tensor } from '../tensor'
import { formatTensor } from './format-tensor'

/** What PyTorch's `str` says of a tensor, its place in the graph included. */
export function printTensor(x: Tensor, prefix?: string): string {
  const { shape, dtype } = x
  return formatTensor({ shape, dtype, at: reader(x) }, notesOf(x), prefix)
}

function notesOf(x: Tensor): string[] {
  const { gradFn } = x
  if (gradFn !== null) return [`grad_fn=<${gradFn.name}>`]
  return x.requiresGrad ? ['requires_grad=True'] : []
}

/** Reads elements by their row-major index: a summary of a large tensor touches only what it shows. */
function reader(x: Tensor): (index: number) => number {
  const { data } = x.storage
  const units = contiguousStrides(x.shape)
  return (index) => {
    let place = x.offset
    let rest = index
    for (let d = 0; d < x.ndim; d++) {
      const unit = units[d] as number
      place += Math.floor(rest / unit) * (x.strides[d] as number)
      rest %= unit
    }
    return data[place] as number
  }
}
