import {
  type Autograd,
  AutogradError,
  type BackwardOptions,
  type Context,
  type GraphNode,
  keep,
  type RecordedOp,
  type RemovableHandle,
  sameShape,
  show,
  showShape,
  Tensor,
} from '@nn/tensor'
import { runBackward } from './backward'
import { gradMode } from './grad-mode'
import { currentSlot, rebase } from './history'
import { OpNode, type TensorHook } from './node'
import { ensureSlot, nodeOf, setGradFn } from './slot'

function requiresGrad(x: Tensor): boolean {
  return currentSlot(x)?.requiresGrad === true
}

let hasWarned = false

/** Said once: whoever reads `grad` of computed tensors in a loop has seen it. */
function warnOfNonLeaf(): void {
  if (hasWarned) return
  hasWarned = true
  console.warn(
    'grad: read on a tensor that is no leaf, where backward keeps none; call retainGrad() on it first, or read the leaf it was computed from',
  )
}

/** Refuses what is no gradient of x. */
function checkGrad(x: Tensor, grad: unknown): void {
  if (!(grad instanceof Tensor)) throw new TypeError(`grad: a gradient must be a tensor or null, got ${show(grad)}`)
  if (grad === x) throw new AutogradError('grad: a tensor cannot be its own gradient; clone() it first')
  if (!sameShape(grad.shape, x.shape) || grad.dtype !== x.dtype) {
    throw new AutogradError(
      `grad: a gradient must be ${x.dtype} ${showShape(x.shape)} like its tensor, got ${grad.dtype} ${showShape(grad.shape)}`,
    )
  }
}

/** The automatic differentiation that tensors use: what `@nn/tensor` asks of a graph, on top of nodes and slots. */
export const tensorAutograd: Autograd = {
  needsGraph(inputs: readonly Tensor[]): boolean {
    return gradMode.get() && inputs.some(requiresGrad)
  },

  unrecorded: (fn) => gradMode.during(false, fn),

  record(op: RecordedOp, context: Context<unknown>, inputs: readonly Tensor[], output: Tensor): void {
    if (!output.isFloatingPoint()) return
    const next = inputs.map((x) => nodeOf(x, currentSlot(x)))
    setGradFn(ensureSlot(output), new OpNode(op, context, next, output))
  },

  checkInPlace(op: string, target: Tensor): void {
    if (!gradMode.get()) return
    const slot = currentSlot(target)
    if (slot?.leafRequiresGrad === true) {
      throw new AutogradError(
        `${op}: a leaf tensor that requires grad cannot be changed in place; wrap the change in noGrad`,
      )
    }
    if (target.base === null) return
    const baseSlot = currentSlot(target.base)
    // A view that requires a gradient of a base that was not computed was made to do so itself: it is a leaf like the base.
    const isOfLeaf = (baseSlot?.gradFn ?? null) === null && slot?.requiresGrad === true
    if (isOfLeaf || baseSlot?.leafRequiresGrad === true) {
      throw new AutogradError(
        `${op}: a view of a leaf tensor that requires grad cannot be changed in place; wrap the change in noGrad`,
      )
    }
    if (baseSlot?.requiresGrad === true && slot?.requiresGrad !== true) {
      throw new AutogradError(
        `${op}: a view taken in noGrad cannot be changed in place with recording on; do both inside of noGrad, or neither`,
      )
    }
  },

  rebase,
  requiresGrad,

  setRequiresGrad(x: Tensor, mode: boolean): void {
    const slot = ensureSlot(x)
    if (slot.gradFn !== null) {
      if (mode) return
      throw new AutogradError(
        'requiresGrad: only leaf tensors can stop requiring a gradient; use detach() for a computed one',
      )
    }
    if (mode && !x.isFloatingPoint()) {
      throw new AutogradError(
        `requiresGrad: only floating-point tensors can require a gradient, this one is ${x.dtype}`,
      )
    }
    slot.leafRequiresGrad = mode
  },

  grad(x: Tensor): Tensor | null {
    const slot = currentSlot(x)
    if (slot === null) return null
    if (slot.grad === null) {
      if (slot.gradFn !== null && slot.gradFn.retainer === null) warnOfNonLeaf()
      return null
    }
    slot.gradIsShared = true
    return slot.grad
  },

  setGrad(x: Tensor, grad: Tensor | null): void {
    if (grad !== null) checkGrad(x, grad)
    const slot = ensureSlot(x)
    slot.grad = grad === null ? null : keep(grad)
    slot.gradIsShared = true
  },

  gradFn: (x: Tensor): GraphNode | null => currentSlot(x)?.gradFn ?? null,

  nameStep(x: Tensor, name: string): void {
    const node = currentSlot(x)?.gradFn ?? null
    if (node !== null) node.name = name
  },

  isLeaf: (x: Tensor): boolean => (currentSlot(x)?.gradFn ?? null) === null,

  retainGrad(x: Tensor): void {
    const slot = currentSlot(x)
    if (slot?.requiresGrad !== true) throw new AutogradError('retainGrad: the tensor does not require a gradient')
    if (slot.gradFn === null) return
    slot.gradFn.retainer = (grad) => {
      slot.grad = slot.grad === null ? grad : keep(slot.grad.add(grad))
      slot.gradIsShared = true
    }
  },

  retainsGrad: (x: Tensor): boolean => (currentSlot(x)?.gradFn?.retainer ?? null) !== null,

  registerHook(x: Tensor, hook: TensorHook): RemovableHandle {
    const node = nodeOf(x, currentSlot(x))
    if (node === null) throw new AutogradError('registerHook: the tensor does not require a gradient')
    return node.registerTensorHook(hook)
  },

  backward(x: Tensor, gradient: Tensor | null, options: BackwardOptions): void {
    runBackward(x, gradient, options)
  },
}
