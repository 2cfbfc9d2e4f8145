import type { DType } from '../core/dtype'
import type { Op } from '../core/op'
import { allocate, backwards } from '../core/operand'
import { normalizeDim } from '../core/shape'
import type { ScanName } from '../kernels/js/scan'
import { scan as scanInJs } from '../kernels/js/scan'
import { extraKernels } from '../memory/extra-kernels'
import type { Tensor } from '../tensor'
import type { Direction } from './shift'

const kernels = extraKernels({ scan: scanInJs })

interface ScanParams extends Direction {
  /** Of the totals. Default: x's. */
  readonly dtype?: DType
}

/** A running total that can be differentiated, each element included. */
export type Scan = Op<[Tensor], ScanParams>

/** How a scan differentiates: the gradient g comes back from all later totals, so it is summed the other way. */
interface ScanRule {
  /** Whether the gradient is written in the input x and the output y. */
  readonly saves: boolean
  readonly gradient: (g: Tensor, along: Direction, x: Tensor, y: Tensor) => Tensor
}

export function defineScan(name: ScanName, { saves, gradient }: ScanRule): Scan {
  return {
    name,
    forward(context, [x], { dim, reverse, dtype = x.dtype }) {
      const out = allocate(x.shape, dtype)
      const [from, to] = reverse ? [backwards(x, dim), backwards(out, dim)] : [x, out]
      kernels().scan(name, from, dim, to)
      if (saves) context.save(x, out)
      return out
    },
    backward({ saved, params }, grad) {
      const [x = grad, y = grad] = saved as readonly Tensor[]
      return [gradient(grad, params, x, y)]
    },
  }
}

/** The direction in which the functions run: from the first element of a dimension, which is checked. */
export function forwards(name: ScanName, x: Tensor, dim: number): Direction {
  return { dim: normalizeDim(name, dim, x.ndim), reverse: false }
}
