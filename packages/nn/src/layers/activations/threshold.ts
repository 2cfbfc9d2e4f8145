import { type Args, kinds, signature, type Tensor } from '@nn/tensor'
import { threshold } from '../../functional/activations/threshold'
import { checkInput } from '../check-input'
import { InplaceLayer, type InplaceLayerOptions } from './inplace-layer'

const takesThreshold = signature(
  'Threshold',
  { threshold: kinds.number, value: kinds.number },
  { inplace: kinds.boolean },
)

/**
 * Elements up to a threshold become one value, the others stay.
 *
 * $$ \text{Threshold}(x) = \begin{cases} x & x > \text{threshold} \\ \text{value} & \text{otherwise} \end{cases} $$
 *
 * @param threshold the largest number that is replaced
 * @param value what takes its place
 * @param options `inplace`: change the input itself, default false
 * @example
 * new Threshold(1, -7).forward(tensor([0.5, 2.0])) // tensor([-7., 2.])
 * @see torch.nn.Threshold
 */
export class Threshold extends InplaceLayer {
  readonly threshold: number
  readonly value: number

  constructor(threshold: number, value: number, ...args: Args<InplaceLayerOptions, ['inplace']>) {
    const { inplace = false } = takesThreshold([threshold, value], args, new.target.name)
    super(inplace)
    this.threshold = threshold
    this.value = value
  }

  forward(input: Tensor, ...none: []): Tensor {
    checkInput(this, input, none)
    return threshold(input, this.threshold, this.value, { inplace: this.inplace })
  }

  protected override settings(): string[] {
    return [`threshold=${this.threshold}`, `value=${this.value}`]
  }
}
