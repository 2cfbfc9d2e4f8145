import { AutogradError, cat, nameStep, numelOf, ShapeError, sameShape, show, showShape, Tensor } from '@nn/tensor'
import { HookList, type Nothing } from './hook-list'
import type { Module } from './module'

/** A gradient for each input or output; null for those that get none. */
export type ModuleGradients = readonly (Tensor | null)[]

/** What is called with the gradients of a module's outputs on their way to it; those that it returns take their place. */
export type BackwardPreHook = (module: Module, gradOutputs: ModuleGradients) => ModuleGradients | Nothing

/** What is called with the gradients of a module's inputs and outputs; those of the inputs that it returns take their place. */
export type BackwardHook = (
  module: Module,
  gradInputs: ModuleGradients,
  gradOutputs: ModuleGradients,
) => ModuleGradients | Nothing

/** One call of `forward` under the eyes of backward hooks. */
interface Watched {
  readonly inputs: unknown[]
  /** What to give back for the output. */
  watchOutput(output: unknown): unknown
}

/** The hooks of a module's backward pass. */
export class BackwardHooks {
  readonly before: HookList<BackwardPreHook> = new HookList()
  readonly after: HookList<BackwardHook> = new HookList()

  get isEmpty(): boolean {
    return this.before.isEmpty && this.after.isEmpty
  }

  /** Has the hooks see the gradients that will go through inputs and outputs of this call. */
  watch(module: Module, inputs: readonly unknown[]): Watched {
    // Null unless gradients are on their way from the outputs to the inputs: those of gradients come to the inputs alone.
    let gradOutputs: ModuleGradients | null = null
    const seeInputs = (given: ModuleGradients): ModuleGradients => {
      if (gradOutputs === null) return given
      let gradients = given
      for (const hook of this.after) {
        gradients = checked(module, 'registerFullBackwardHook', hook(module, gradients, gradOutputs), gradients)
      }
      gradOutputs = null
      return gradients
    }
    const seeOutputs = (given: ModuleGradients): ModuleGradients => {
      let gradients = given
      for (const hook of this.before) {
        gradients = checked(module, 'registerFullBackwardPreHook', hook(module, gradients), gradients)
      }
      gradOutputs = gradients
      // Without a gradient for any input, nothing else will come.
      if (!inputs.some(getsGradient) && seeInputs(inputs.map(() => null)).some((gradient) => gradient !== null)) {
        throw new AutogradError(
          `${module.constructor.name}: no input requires a gradient, so a backward hook must return nothing, or null for each`,
        )
      }
      return gradients
    }
    return {
      inputs: watchGradients(inputs, seeInputs),
      watchOutput: (output) =>
        Array.isArray(output) ? watchGradients(output, seeOutputs) : watchGradients([output], seeOutputs)[0],
    }
  }
}

/**
 * What a hook gave, or what it was given where it gave nothing.
 *
 * @throws TypeError for what is no list of a gradient for each.
 * @throws ShapeError for a gradient of another shape.
 */
function checked(module: Module, op: string, given: unknown, before: ModuleGradients): ModuleGradients {
  if (given === undefined || given === null) return before
  const isList = Array.isArray(given) && given.length === before.length
  if (!isList || !given.every((x) => x === null || x instanceof Tensor)) {
    throw new TypeError(
      `${op}: a hook must return nothing or ${before.length} tensors or nulls in a list, got ${show(given)} from that of ${show(module)}`,
    )
  }
  for (const [i, x] of given.entries()) {
    const shape = before[i]?.shape
    if (x !== null && shape !== undefined && !sameShape(x.shape, shape)) {
      throw new ShapeError(
        `${op}: a hook of ${show(module)} returned a gradient ${showShape(x.shape)} for ${showShape(shape)}`,
      )
    }
  }
  return given
}

const getsGradient = (x: unknown): x is Tensor => x instanceof Tensor && x.requiresGrad

/**
 * The values, of which tensors that get gradients go through one node of the graph, so that their gradients come together.
 *
 * @param see is called with the gradients; what it returns goes on
 */
function watchGradients(values: readonly unknown[], see: (gradients: ModuleGradients) => ModuleGradients): unknown[] {
  const watched = values.filter(getsGradient)
  const [first] = watched
  if (first === undefined) return [...values]
  const whole = watched.length === 1 ? first.viewAs(first) : cat(watched.map((x) => x.reshape(-1)))
  nameStep('BackwardHookFunctionBackward', whole)
  whole.registerHook((gradient) => {
    const parts = partsOf(gradient, watched)
    const gradients = values.map((x) => (getsGradient(x) ? (parts.shift() as Tensor) : null))
    const seen = see(gradients).filter((_, i) => getsGradient(values[i]))
    const next = seen.map((x, i) => x ?? (watched[i] as Tensor).newZeros((watched[i] as Tensor).shape))
    return next.length === 1 ? next[0] : cat(next.map((x) => x.reshape(-1)))
  })
  const parts = partsOf(whole, watched)
  return values.map((x) => (getsGradient(x) ? parts.shift() : x))
}

/** What was joined, apart again. */
function partsOf(whole: Tensor, like: readonly Tensor[]): Tensor[] {
  if (like.length === 1) return [whole]
  let start = 0
  return like.map(({ shape }) => {
    const part = whole.narrow(0, start, numelOf(shape)).view(shape)
    start += numelOf(shape)
    return part
  })
}
