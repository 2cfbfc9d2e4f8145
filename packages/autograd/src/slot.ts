import type { GraphSlot, Tensor } from '@nn/tensor'
import { AccumulateGrad, type Node, type OpNode } from './node'

/** What the graph keeps on a tensor. */
export class Slot implements GraphSlot {
  /** Set by the user, on leaves. */
  leafRequiresGrad = false
  grad: Tensor | null = null
  /** True once somebody outside of the library got hold of `grad`, so that its memory is theirs to keep. */
  gradIsShared = false
  gradFn: OpNode | null = null
  /** The node that collects a leaf's gradient, made when the leaf is first used. */
  accumulator: AccumulateGrad | null = null

  get requiresGrad(): boolean {
    return this.leafRequiresGrad || this.gradFn !== null
  }
}

export function ensureSlot(x: Tensor): Slot {
  const slot = (x.graph as Slot | null) ?? new Slot()
  x.graph = slot
  return slot
}

/** Makes `node` the maker of the slot's tensor. Who asked to retain the tensor's gradient gets that of what it is now. */
export function setGradFn(slot: Slot, node: OpNode): void {
  if (slot.gradFn !== null && slot.gradFn !== node) {
    node.retainer = slot.gradFn.retainer
    slot.gradFn.retainer = null
  }
  slot.gradFn = node
}

/** The node that a gradient of the slot's tensor goes to; null where it requires none. */
export function nodeOf(x: Tensor, slot: Slot | null): Node | null {
  if (slot === null) return null
  if (slot.gradFn !== null) return slot.gradFn
  if (!slot.leafRequiresGrad) return null
  slot.accumulator ??= new AccumulateGrad(x)
  return slot.accumulator
}
