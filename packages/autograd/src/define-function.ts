import { apply, type Context, type Gradients, keep, type Op, outsideScopes, type Tensor } from '@nn/tensor'
import { noGrad } from './grad-mode'

/** An operation of one's own: what it computes and how it differentiates. */
export interface FunctionDefinition<Inputs extends readonly Tensor[], Params> {
  /** As errors and `gradFn` show it. */
  readonly name: string
  /** Computes the output, outside of the graph; `context.save` keeps what backward needs. */
  forward(context: Context<Params>, inputs: Inputs, params: Params): Tensor
  /** A gradient for each input, or null, from the gradient of the output. */
  backward(context: Context<Params>, grad: Tensor): Gradients<Inputs>
}

/**
 * Makes an operation with a gradient of its own, as a subclass of `torch.autograd.Function` does.
 *
 * @returns the operation as a function of its inputs
 * @example
 * // The straight-through estimator: rounds, and lets gradients pass as if it did not.
 * const roundThrough = defineFunction<[Tensor], undefined>({
 *   name: 'roundThrough',
 *   forward: (_, [x]) => x.round(),
 *   backward: (_, grad) => [grad],
 * })
 * const x = tensor([0.7, 2.2], { requiresGrad: true })
 * roundThrough([x], undefined).sum().backward()
 * x.grad // tensor([1., 1.])
 * @see torch.autograd.Function
 */
export function defineFunction<Inputs extends readonly Tensor[], Params>(
  definition: FunctionDefinition<Inputs, Params>,
): (inputs: Inputs, params: Params) => Tensor {
  const op: Op<Inputs, Params> = {
    name: definition.name,
    node: `${definition.name}Backward`,
    forward(context, inputs, params) {
      const output = noGrad(() => definition.forward(context, inputs, params))
      // An input that is given back must not become its own maker.
      return inputs.includes(output) ? output.detach() : output
    },
    // What runs in there may hold on to tensors, so none of them is freed behind its back.
    backward: (context, grad) => outsideScopes(() => definition.backward(context, keep(grad))),
  }
  return (inputs, params) => apply(op, inputs, params)
}
