import { type Args, keep, kinds, signature, Tensor } from '@nn/tensor'

export interface ParameterOptions {
  /** Whether it gets gradients. Default true. */
  requiresGrad?: boolean
}

const takesParameter = signature('Parameter', { data: kinds.tensor }, { requiresGrad: kinds.boolean })

/**
 * A tensor that a module learns: assigned to a property of a module, it is one of the module's parameters.
 *
 * @param data the values, whose storage the parameter shares
 * @param options `requiresGrad`: whether it gets gradients, default true
 * @throws AutogradError for integers that shall require a gradient.
 * @example
 * class Scale extends Module {
 *   factor = new Parameter(ones([1]))
 *   forward(x: Tensor): Tensor {
 *     return x.mul(this.factor)
 *   }
 * }
 * new Scale().parameters().length // 1
 * @see torch.nn.parameter.Parameter
 */
export class Parameter extends Tensor {
  constructor(data: Tensor, ...args: Args<ParameterOptions, ['requiresGrad']>) {
    const { requiresGrad = true } = takesParameter([data], args)
    super(data.storage, data.shape, data.strides, data.offset)
    keep(this)
    if (requiresGrad) this.requiresGrad_()
  }

  override toString(): string {
    return `Parameter containing:\n${super.toString()}`
  }
}
