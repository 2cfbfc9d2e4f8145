import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { type DType, dtypes } from './dtype'
import { AutogradError, DTypeError, ShapeError } from './errors'
import { getAutograd } from './graph'
import { type Shape, sameShape, showShape } from './shape'

/** A gradient for each input, null for one that gets none. */
export type Gradients<Inputs extends readonly Tensor[]> = { readonly [I in keyof Inputs]: Tensor | null }

/**
 * An operation in one place: how it computes and how it differentiates. `backward` is written with tensor functions, so
 * that its result can be differentiated again. It may return gradients in the broadcast shape: the engine sums them back.
 */
export interface Op<Inputs extends readonly Tensor[], Params = undefined> {
  /** As errors name it. */
  readonly name: string
  /** As `gradFn` names it; the default is the name in capitals with `Backward0`. */
  readonly node?: string
  /** True where the output shares the first input's storage. */
  readonly isView?: boolean
  forward(context: Context<Params>, inputs: Inputs, params: Params): Tensor
  backward(context: Context<Params>, grad: Tensor): Gradients<Inputs>
}

/** What a graph needs of a recorded op. */
export interface RecordedOp {
  readonly name: string
  readonly node?: string
  backward(context: Context<unknown>, grad: Tensor): readonly (Tensor | null)[]
}

/** The `gradFn` name of an op. */
export function nodeName(op: Pick<RecordedOp, 'name' | 'node'>): string {
  return op.node ?? `${op.name.charAt(0).toUpperCase()}${op.name.slice(1)}Backward0`
}

/** What an op's forward pass leaves for its backward pass. */
export class Context<Params> {
  readonly params: Params
  /** Which inputs need a gradient: what only the others need, need not be saved. */
  readonly needs: readonly boolean[]
  /** The inputs' shapes. */
  readonly shapes: readonly Shape[]
  private readonly name: string
  private readonly saves: boolean
  private tensors: readonly Tensor[] = []
  private versions: readonly number[] = []
  private released = false

  constructor(
    op: Pick<RecordedOp, 'name' | 'node'>,
    params: Params,
    shapes: readonly Shape[],
    needs: readonly boolean[],
  ) {
    this.params = params
    this.needs = needs
    this.shapes = shapes
    this.name = nodeName(op)
    this.saves = needs.includes(true)
  }

  /** Keeps tensors for the backward pass, with the versions that they have now. */
  save(...tensors: Tensor[]): void {
    if (!this.saves) return
    this.tensors = tensors
    this.versions = tensors.map((x) => x.storage.version)
  }

  /**
   * What was saved.
   *
   * @throws AutogradError when the graph was freed, or a saved tensor was changed in place since.
   */
  get saved(): readonly Tensor[] {
    if (this.released) {
      throw new AutogradError(
        `${this.name}: trying to backward through the graph a second time, but its saved tensors were freed by the first; ` +
          'pass { retainGraph: true } to the first backward',
      )
    }
    for (let i = 0; i < this.tensors.length; i++) {
      const x = this.tensors[i] as Tensor
      if (x.storage.version !== this.versions[i]) {
        throw new AutogradError(
          `${this.name}: a tensor needed for the gradient, ${x.dtype} ${showShape(x.shape)}, was changed by an in-place operation: ` +
            `it is at version ${x.storage.version}, expected version ${this.versions[i]}`,
        )
      }
    }
    return this.tensors
  }

  /** Replaces what shares its storage with `target` by copies, as `target` is about to change. */
  copyWhatShares(target: Tensor): void {
    this.tensors = this.tensors.map((x) => (x.storage === target.storage ? x.clone() : x))
    this.versions = this.tensors.map((x) => x.storage.version)
  }

  /** Forgets what was saved; asking for it afterwards is an error. */
  release(): void {
    this.released = this.tensors.length > 0
    this.tensors = []
  }
}

/** The context of ops that nothing records. */
const unrecorded = new Context<unknown>({ name: 'unrecorded' }, undefined, [], [])

/**
 * Runs an op: computes its output and, where an input requires a gradient and grad mode is on, lets autograd record it.
 */
export function apply<Inputs extends readonly Tensor[], Params>(
  op: Op<Inputs, Params>,
  inputs: Inputs,
  params: Params,
): Tensor {
  const autograd = getAutograd()
  const recording = autograd?.needsGraph(inputs) === true
  const context = recording ? contextFor(op, inputs, params) : (unrecorded as Context<Params>)
  const output = recording
    ? autograd.unrecorded(() => op.forward(context, inputs, params))
    : op.forward(context, inputs, params)
  if (op.isView === true) markView(output, inputs[0] as Tensor)
  if (recording) autograd.record(op, context, inputs, output)
  return output
}

function markView(view: Tensor, of: Tensor): void {
  view.base = of.base ?? of
  view.viewVersion = view.storage.version
}

/**
 * Runs an op and puts its output into its first input, `target`, elements and history both.
 *
 * @throws ShapeError when the output has another shape than the target.
 * @throws DTypeError when the target's dtype cannot hold the output's.
 */
export function applyInPlace<Inputs extends readonly Tensor[], Params>(
  op: Op<Inputs, Params>,
  inputs: Inputs,
  params: Params,
): Tensor {
  const target = inputs[0] as Tensor
  const name = `${op.name}_`
  const autograd = getAutograd()
  const recording = autograd?.needsGraph(inputs) === true
  checkWritable(name, target)
  autograd?.checkInPlace(name, target)
  const context = recording ? contextFor(op, inputs, params) : (unrecorded as Context<Params>)
  const output = recording
    ? autograd.unrecorded(() => op.forward(context, inputs, params))
    : op.forward(context, inputs, params)
  checkResult(name, target, output)
  if (recording) {
    context.copyWhatShares(target)
    autograd.record(op, context, inputs, output)
  }
  getBackend().kernels.copy(output, target)
  target.storage.version++
  if (recording) autograd.rebase(target, output)
  return target
}

/** Refuses to write where several indices share an element, as in an expanded tensor. */
export function checkWritable(name: string, target: Tensor): void {
  for (let d = 0; d < target.shape.length; d++) {
    if (target.strides[d] === 0 && (target.shape[d] as number) > 1) {
      throw new ShapeError(
        `${name}: several elements of the tensor ${showShape(target.shape)} with strides ${showShape(target.strides)} share one place in memory; clone() it first`,
      )
    }
  }
}

/** Refuses a result that would change the target's shape or lose its kind of number. */
export function checkResult(name: string, target: Tensor, result: { shape: Shape; dtype: DType }): void {
  if (!sameShape(target.shape, result.shape)) {
    throw new ShapeError(
      `${name}: the result has shape ${showShape(result.shape)}, the tensor to hold it ${showShape(target.shape)}`,
    )
  }
  if (dtypes[result.dtype].category > dtypes[target.dtype].category) {
    throw new DTypeError(`${name}: a ${result.dtype} result cannot be stored in a ${target.dtype} tensor`)
  }
}

function contextFor<Inputs extends readonly Tensor[], Params>(
  op: Op<Inputs, Params>,
  inputs: Inputs,
  params: Params,
): Context<Params> {
  return new Context(
    op,
    params,
    inputs.map((x) => x.shape),
    inputs.map((x) => x.requiresGrad),
  )
}
