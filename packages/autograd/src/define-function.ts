import {
  AutogradError,
  apply,
  type Context,
  type Gradients,
  type Kind,
  keep,
  kinds,
  type Op,
  outsideScopesNow,
  show,
  signature,
  Tensor,
} from '@nn/tensor'
import { noGradNow } from './grad-mode'

/** An operation of one's own: what it computes and how it differentiates. */
export interface FunctionDefinition<Inputs extends readonly Tensor[], Params> {
  /** As errors and `gradFn` show it. */
  readonly name: string
  /** Computes the output, outside of the graph; `context.save` keeps what backward needs. */
  forward(context: Context<Params>, inputs: Inputs, params: Params): Tensor
  /** A gradient for each input, or null, from the gradient of the output. */
  backward(context: Context<Params>, grad: Tensor): Gradients<Inputs>
}

const definition: Kind<FunctionDefinition<readonly Tensor[], unknown>> = kinds.kind(
  'an object with a name and the functions forward and backward',
  (value) => {
    const { name, forward, backward } = (value ?? {}) as Record<string, unknown>
    return typeof name === 'string' && typeof forward === 'function' && typeof backward === 'function'
  },
)

const takesDefinition = signature('defineFunction', { definition })
const takesCall = signature('defineFunction', { inputs: kinds.tensors, params: kinds.anything })

/**
 * Makes an operation with a gradient of its own, as a subclass of `torch.autograd.Function` does.
 *
 * @returns the operation as a function of a list of its inputs and of the parameters
 * @throws TypeError for a definition without name, forward or backward; the operation throws one where `forward` does not
 *   return a tensor or `backward` not a list
 * @example
 * // The straight-through estimator: rounds, and lets gradients pass as if it did not.
 * const roundThrough = defineFunction<[Tensor], undefined>({
 *   name: 'roundThrough',
 *   forward: (_, [x]) => x.round(),
 *   backward: (_, grad) => [grad],
 * })
 * const x = tensor([0.7, 2.2], { requiresGrad: true })
 * roundThrough([x]).sum().backward()
 * x.grad // tensor([1., 1.])
 * @see torch.autograd.Function
 */
export function defineFunction<Inputs extends readonly Tensor[], Params>(
  definition: FunctionDefinition<Inputs, Params>,
  ...none: []
): (inputs: Inputs, ...params: undefined extends Params ? [params?: Params] : [params: Params]) => Tensor {
  takesDefinition([definition], none)
  const { name } = definition
  const op: Op<Inputs, Params> = {
    name,
    node: `${name}Backward`,
    forward(context, inputs, params) {
      const output: unknown = noGradNow(() => definition.forward(context, inputs, params))
      if (!(output instanceof Tensor)) throw new TypeError(`${name}: forward must return a tensor, got ${show(output)}`)
      // An input that is given back must not become its own maker.
      return inputs.includes(output) ? output.detach() : output
    },
    // What runs in there may hold on to tensors, so none of them is freed behind its back.
    backward: (context, grad) =>
      outsideScopesNow(() => checkGradients(name, context, definition.backward(context, keep(grad)))),
  }
  return (inputs, ...[params, ...none]) => {
    takesCall([inputs, params], none, name)
    return apply(op, inputs, params as Params)
  }
}

/** A mistake in there would lose a gradient in silence. */
function checkGradients<Inputs extends readonly Tensor[]>(
  name: string,
  { shapes }: Context<unknown>,
  returned: Gradients<Inputs>,
): Gradients<Inputs> {
  const given: unknown = returned
  if (!Array.isArray(given)) {
    throw new TypeError(
      `${name}: backward must return a list with a gradient or null for each input, as [grad], got ${show(given)}`,
    )
  }
  if (given.length !== shapes.length) {
    throw new AutogradError(`${name}: backward returned ${given.length} gradients for ${shapes.length} inputs`)
  }
  for (const gradient of given) {
    if (gradient !== null && gradient !== undefined && !(gradient instanceof Tensor)) {
      throw new TypeError(`${name}: backward must return tensors or null, got ${show(gradient)}`)
    }
  }
  return returned
}
