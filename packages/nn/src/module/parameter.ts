import { keep, Tensor } from '@nn/tensor'

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
  constructor(data: Tensor, { requiresGrad = true }: { requiresGrad?: boolean } = {}) {
    super(data.storage, data.shape, data.strides, data.offset)
    keep(this)
    if (requiresGrad) this.requiresGrad_()
  }

  /**
   * The values outside of any graph, to look at or to change in place: `layer.weight.data.fill_(0)`. Assigning a tensor
   * gives the parameter other values, also of another dtype, and drops its gradient.
   */
  get data(): Tensor {
    return this.detach()
  }

  set data(data: Tensor) {
    const { requiresGrad } = this
    const { storage, shape, strides, offset } = keep(data)
    // To everybody else a tensor's place in memory is fixed.
    Object.assign(this, { storage, shape, strides, offset, graph: null })
    this.requiresGrad_(requiresGrad)
  }

  override toString(): string {
    return `Parameter containing:\n${super.toString()}`
  }
}
