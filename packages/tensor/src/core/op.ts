import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'
import { AllocationError } from './allocation-error'
import { type DType, dtypes } from './dtype'
import { AutogradError, DTypeError, ShapeError } from './errors'
import { type Autograd, getAutograd } from './graph'
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
  /** The same where it depends on the call. */
  nodeFor?(inputs: Inputs, params: Params): string
  /** True where the output shares the first input's storage. */
  readonly isView?: boolean
  /** True where every element of the output is the same: in place it may write through an expanded tensor. */
  readonly isConstant?: boolean
  forward(context: Context<Params>, inputs: Inputs, params: Params): Tensor
  backward(context: Context<Params>, grad: Tensor): Gradients<Inputs>
}

/** What a graph needs of a recorded op. */
export interface RecordedOp {
  readonly name: string
  backward(context: Context<unknown>, grad: Tensor): readonly (Tensor | null)[]
}

/** What an op's forward pass leaves for its backward pass. */
export class Context<Params> {
  /** The op as `gradFn` names it. */
  readonly nodeName: string
  readonly params: Params
  /** Which inputs need a gradient: what only the others need, need not be saved. */
  readonly needs: readonly boolean[]
  /** The inputs' shapes. */
  readonly shapes: readonly Shape[]
  private readonly saves: boolean
  private tensors: (Tensor | null)[] = []
  private versions: number[] = []
  private released = false

  constructor(nodeName: string, params: Params, shapes: readonly Shape[], needs: readonly boolean[]) {
    this.nodeName = nodeName
    this.params = params
    this.needs = needs
    this.shapes = shapes
    this.saves = needs.includes(true)
  }

  /**
   * Keeps tensors for the backward pass, with the versions that they have now. Null stands for one that is not needed:
   * what is not kept may be changed in place.
   */
  save(...tensors: (Tensor | null)[]): void {
    if (!this.saves) return
    this.tensors = tensors
    this.versions = tensors.map((x) => x?.storage.version ?? 0)
  }

  /**
   * What was saved, null where null was.
   *
   * @throws AutogradError when the graph was freed, or a saved tensor was changed in place since.
   */
  get saved(): readonly (Tensor | null)[] {
    if (this.released) {
      throw new AutogradError(
        `${this.nodeName}: trying to backward through the graph a second time, but its saved tensors were freed by the first; ` +
          'pass { retainGraph: true } to the first backward',
      )
    }
    for (let i = 0; i < this.tensors.length; i++) {
      const x = this.tensors[i] ?? null
      if (x !== null && x.storage.version !== this.versions[i]) {
        throw new AutogradError(
          `${this.nodeName}: a tensor needed for the gradient, ${x.dtype} ${showShape(x.shape)}, was changed by an in-place operation: ` +
            `it is at version ${x.storage.version}, expected version ${this.versions[i]}`,
        )
      }
    }
    return this.tensors
  }

  /** Puts a tensor of the same values in the place of a saved one, where it was saved. */
  replace(saved: Tensor, by: () => Tensor): void {
    const place = this.tensors.indexOf(saved)
    if (place < 0) return
    const x = by()
    this.tensors[place] = x
    this.versions[place] = x.storage.version
  }

  /** Forgets what was saved; asking for it afterwards is an error. */
  release(): void {
    this.released = this.tensors.some((x) => x !== null)
    this.tensors = []
  }
}

/** The context of ops that nothing records. */
const unrecorded = new Context<unknown>('', undefined, [], [])

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
  const output = forward(op, op.name, context, inputs, params, recording ? autograd : null)
  if (op.isView === true) markView(output, inputs[0] as Tensor)
  if (recording) autograd.record(op, context, inputs, output)
  return output
}

/**
 * Computes an op, with grad mode off where it is recorded.
 *
 * @param name as the user called it: errors of an op that runs in place have the underscore too
 */
function forward<Inputs extends readonly Tensor[], Params>(
  op: Op<Inputs, Params>,
  name: string,
  context: Context<Params>,
  inputs: Inputs,
  params: Params,
  autograd: Autograd | null,
): Tensor {
  try {
    return autograd === null
      ? op.forward(context, inputs, params)
      : autograd.unrecorded(() => op.forward(context, inputs, params))
  } catch (error) {
    if (error instanceof AllocationError) error.nameOp(name)
    throw calledBy(name, op.name, error)
  }
}

/** An error of an op by the name that the user called. */
export function calledBy(name: string, op: string, error: unknown): unknown {
  if (error instanceof Error && error.message.startsWith(`${op}: `))
    error.message = name + error.message.slice(op.length)
  return error
}

function markView(view: Tensor, of: Tensor): void {
  view.base = of.base ?? of
  view.viewVersion = view.storage.version
}

/**
 * Has the graph call the step that made `result` by PyTorch's name of a whole computation, of which it is the last.
 *
 * @returns `result`
 */
export function nameStep(name: string, result: Tensor): Tensor {
  getAutograd()?.nameStep(result, name)
  return result
}

/**
 * Runs an op and puts its output into its first input, `target`, elements and history both.
 *
 * @param name as errors call it
 * @throws ShapeError when the output has another shape than the target.
 * @throws DTypeError when the target's dtype cannot hold the output's.
 */
export function applyInPlace<Inputs extends readonly Tensor[], Params>(
  op: Op<Inputs, Params>,
  inputs: Inputs,
  params: Params,
  name = `${op.name}_`,
): Tensor {
  const target = inputs[0] as Tensor
  const autograd = getAutograd()
  const recording = autograd?.needsGraph(inputs) === true
  if (op.isConstant !== true) checkWritable(name, target)
  autograd?.checkInPlace(name, target)
  const context = recording ? contextFor(op, inputs, params) : (unrecorded as Context<Params>)
  const output = forward(op, name, context, inputs, params, recording ? autograd : null)
  checkResult(name, target, output)
  if (recording) {
    // The old elements are needed for the gradient but about to change.
    context.replace(target, () => target.clone())
    autograd.record(op, context, inputs, output)
  }
  getBackend().kernels.copy(output, target)
  target.storage.version++
  if (recording) {
    // Where the new ones are needed, the target has them: changing it again must not go unnoticed.
    context.replace(output, () => target)
    autograd.rebase(target, output)
  }
  return target
}

/** Refuses to write where several indices share an element, as in an expanded tensor. */
export function checkWritable(name: string, target: Tensor): void {
  // Of no elements, none shares a place.
  if (target.shape.includes(0)) return
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
    op.nodeFor?.(inputs, params) ?? op.node ?? `${op.name.charAt(0).toUpperCase()}${op.name.slice(1)}Backward0`,
    params,
    inputs.map((x) => x.shape),
    inputs.map((x) => x.requiresGrad),
  )
}
