import { noGrad } from '@nn/autograd'
import { type Args, full, kinds, signature, type Tensor } from '@nn/tensor'
import { gradientsOf, tensorsKind } from './gradients-of'

export interface ClipGradValueOptions {
  /** The largest size of an element that stays. */
  clipValue: number
}

const takesClipGradValue = signature(
  'clipGradValue_',
  { parameters: tensorsKind },
  { clipValue: kinds.required(kinds.number) },
)

/**
 * Brings every element of the parameters' gradients, in place, between -clipValue and clipValue.
 *
 * @throws RangeError for a negative `clipValue`.
 * @example
 * const w = tensor([3, -0.125], { requiresGrad: true })
 * w.square().sum().backward()
 * clipGradValue_([w], 0.5)
 * w.grad // tensor([ 0.5000, -0.2500])
 * @see torch.nn.utils.clip_grad_value_
 */
export function clipGradValue_(
  parameters: Tensor | Iterable<Tensor>,
  ...args: Args<ClipGradValueOptions, ['clipValue']>
): void {
  const { clipValue } = takesClipGradValue([parameters], args)
  if (!(clipValue >= 0)) throw new RangeError(`clipGradValue_: clipValue must be at least 0, got ${clipValue}`)
  noGrad(() => {
    for (const gradient of gradientsOf('clipGradValue_', parameters)) {
      const limit = full([], clipValue, { dtype: gradient.dtype })
      gradient.copy_(gradient.minimum(limit).maximum(limit.neg()))
    }
  })
}
