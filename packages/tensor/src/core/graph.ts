import type { Tensor } from '../tensor'
import { type Copy, nameCopy, otherCopy, twoCopies } from './copies'
import type { DType } from './dtype'
import { AutogradError } from './errors'
import type { Context, RecordedOp } from './op'
import type { Shape } from './shape'

/** A step of the graph: what made a tensor. @see torch.autograd.graph.Node */
export interface GraphNode {
  /** PyTorch's name of it, such as `MulBackward0`. */
  readonly name: string
  /** The nodes that get gradients from this one, one for each input; null where an input needs none. */
  readonly nextFunctions: readonly (GraphNode | null)[]
  /** Shape of the tensor made, and so of the gradient that comes in. */
  readonly shape: Shape
  /** Dtype of the same. */
  readonly dtype: DType
  /** Where a path ends, in `AccumulateGrad`: the leaf whose `grad` it adds to. Null elsewhere. */
  readonly variable: Tensor | null
  /**
   * The tensors kept for the backward pass, and null for each that was not needed.
   *
   * @throws AutogradError when backward has freed them, or one was changed in place since.
   */
  readonly savedTensors: readonly (Tensor | null)[]
  /** Calls `hook` with the gradient that comes in during backward; what it returns takes the gradient's place. */
  registerPrehook(hook: (grad: Tensor) => Tensor | undefined, ...none: []): RemovableHandle
}

/** A handle to something registered. */
export interface RemovableHandle {
  remove(): void
}

/** What becomes of the graph when backward runs through it. */
export interface GraphOptions {
  /** Keep what the graph saved, so that backward can run through it again. Default: `createGraph`. */
  retainGraph?: boolean | null
  /** Record the backward pass too, so that the gradients have gradients. Default false. */
  createGraph?: boolean
}

export interface BackwardOptions extends GraphOptions {
  /** Tensors that get gradients; no other does. Default: all leaves. */
  inputs?: Tensor | readonly Tensor[]
}

/**
 * What an automatic differentiation offers to tensors. `@nn/autograd` implements it and registers itself when it is
 * imported; this is the only hidden link between packages.
 */
export interface Autograd {
  /** True where an op on these inputs must be recorded: grad mode is on and one of them requires a gradient. */
  needsGraph(inputs: readonly Tensor[]): boolean
  /** Runs a function with grad mode off. */
  unrecorded<T>(fn: () => T): T
  /** Puts the op into the graph as the maker of `output`. */
  record(op: RecordedOp, context: Context<unknown>, inputs: readonly Tensor[], output: Tensor): void
  /** Refuses an in-place change of a tensor that autograd could not follow. */
  checkInPlace(op: string, target: Tensor): void
  /** Makes what made `result` the maker of `target`, whose elements it has replaced. */
  rebase(target: Tensor, result: Tensor): void
  requiresGrad(x: Tensor): boolean
  setRequiresGrad(x: Tensor, requiresGrad: boolean): void
  grad(x: Tensor): Tensor | null
  setGrad(x: Tensor, grad: Tensor | null): void
  gradFn(x: Tensor): GraphNode | null
  /** Gives the step that made a tensor another name; does nothing for a leaf. */
  nameStep(x: Tensor, name: string): void
  isLeaf(x: Tensor): boolean
  retainGrad(x: Tensor): void
  retainsGrad(x: Tensor): boolean
  registerHook(x: Tensor, hook: (grad: Tensor) => Tensor | undefined): RemovableHandle
  backward(x: Tensor, gradient: Tensor | null, options: BackwardOptions): void
}

/** What a graph keeps on a tensor; only the registered autograd looks inside. */
export interface GraphSlot {
  readonly requiresGrad: boolean
}

let registered: Autograd | null = null
let registeredCopy = ''

/**
 * Makes `autograd` the one that records ops. `@nn/autograd` calls it when it is imported. Where two copies of it are, the
 * first one records, and a warning names both.
 *
 * @param copy the copy of the package that it comes from
 */
export function registerAutograd(autograd: Autograd, copy: Copy): void {
  const name = nameCopy(copy)
  if (registered !== null && registeredCopy !== name) {
    console.warn(twoCopies(`${registeredCopy}, which records,`, name, '@nn/autograd'))
    return
  }
  registered = autograd
  registeredCopy = name
}

/** The registered autograd, or null where none was imported. */
export function getAutograd(): Autograd | null {
  return registered
}

/** The registered autograd for something that cannot do without. */
export function requireAutograd(what: string): Autograd {
  if (registered === null) {
    throw new AutogradError(
      `${what} needs automatic differentiation: ${otherCopy() ?? "import '@nn/autograd' (@nn/nn and @nn/optim do so themselves)"}`,
    )
  }
  return registered
}
