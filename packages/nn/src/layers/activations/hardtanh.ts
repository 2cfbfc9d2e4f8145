import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { hardtanh } from '../../functional/activations/hardtanh'
import { pythonFloat } from '../../module/python-literal'
import { checkInput } from '../check-input'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

export interface HardtanhOptions extends InplaceLayerOptions {
  /** The lower bound. Default -1. */
  minVal?: number
  /** The upper bound. Default 1. */
  maxVal?: number
}

const takesHardtanh = signature('Hardtanh', {}, { minVal: kinds.number, maxVal: kinds.number, inplace: kinds.boolean })

/**
 * Brings every element between two bounds, beyond which there is no gradient.
 *
 * $$ \text{Hardtanh}(x) = \min(\max(x, \text{min}), \text{max}) $$
 *
 * @param minVal the lower bound
 * @param maxVal the upper bound
 * @param options `inplace`: change the input itself, default false
 * @throws RangeError where the lower bound is not below the upper one.
 * @example
 * new Hardtanh().forward(tensor([-2, 0.5])) // tensor([-1.0000,  0.5000])
 * @see torch.nn.Hardtanh
 */
export class Hardtanh extends InplaceLayer {
  readonly minVal: number
  readonly maxVal: number

  constructor(...args: Args<HardtanhOptions, ['minVal', 'maxVal', 'inplace']>) {
    const { minVal = -1, maxVal = 1, inplace = false } = takesHardtanh([], args, new.target.name)
    super(inplace)
    if (!(minVal < maxVal)) {
      throw new RangeError(`${this.getName()}: minVal ${minVal} must be below maxVal ${maxVal}`)
    }
    this.minVal = minVal
    this.maxVal = maxVal
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    const { minVal, maxVal, inplace } = this
    return hardtanh(input, { minVal, maxVal, inplace })
  }

  protected override settings(): string[] {
    return [`min_val=${pythonFloat(this.minVal)}`, `max_val=${pythonFloat(this.maxVal)}`]
  }
}
