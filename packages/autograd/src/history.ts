import { apply, asStrided, type Geometry, type Op, type Tensor, zeros } from '@nn/tensor'
import { gradMode } from './grad-mode'
import type { OpNode } from './node'
import { ensureSlot, type Slot, setGradFn } from './slot'

/**
 * What the graph knows of x now. The `gradFn` of a view is outdated when its storage was changed since, through the base
 * or another view: then the view is a part of what the base became.
 */
export function currentSlot(x: Tensor): Slot | null {
  if (x.base !== null && x.viewVersion !== x.storage.version) refreshView(x, x.base)
  return x.graph as Slot | null
}

function refreshView(x: Tensor, base: Tensor): void {
  x.viewVersion = x.storage.version
  const baseSlot = base.graph as Slot | null
  if (baseSlot?.requiresGrad !== true) return
  const again = gradMode.during(true, () => asStrided(base, geometryOf(x)))
  setGradFn(ensureSlot(x), makerOf(again))
}

interface SliceParams {
  /** Where the base's and the written view's elements are in their storage. */
  readonly base: Geometry
  readonly view: Geometry
  readonly storageLength: number
}

/** A base after `values` were written through a view of it: they get the gradient there, the old base the rest. */
const copySlices: Op<[Tensor, Tensor], SliceParams> = {
  name: 'copySlices',
  node: 'CopySlices',
  forward: (_, [base]) => base.detach(),
  backward({ params: { base, view, storageLength } }, grad) {
    const whole = zeros([storageLength], { dtype: grad.dtype })
    asStrided(whole, base).copy_(grad)
    const written = asStrided(whole, view)
    const ofValues = written.clone()
    written.zero_()
    return [asStrided(whole, base), ofValues]
  },
}

function makerOf(x: Tensor): OpNode {
  return (x.graph as Slot).gradFn as OpNode
}

function geometryOf({ shape, strides, offset }: Tensor): Geometry {
  return { shape, strides, offset }
}

/** Gives `target`, whose elements were replaced by those of `result`, the history of `result`. */
export function rebase(target: Tensor, result: Tensor): void {
  const { base } = target
  if (base === null) {
    setGradFn(ensureSlot(target), makerOf(result))
    return
  }
  const params = { base: geometryOf(base), view: geometryOf(target), storageLength: base.storage.length }
  const changed = gradMode.during(true, () => apply(copySlices, [base, result], params))
  setGradFn(ensureSlot(base), makerOf(changed))
  refreshView(target, base)
}
