import { type Args, fullLike, kinds, onesLike, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkNotNegative } from './check-options'
import { descentGradient } from './descent-gradient'
import { Optimizer } from './optimizer'
import { lr, pair, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface RpropOptions {
  /** The length of the first step. Default 0.01. */
  lr?: number
  /** What the length of the step is multiplied by when the gradient turned round, and when it did not. Default [0.5, 1.2]. */
  etas?: readonly [number, number]
  /** The shortest and the longest step. Default [1e-6, 50]. */
  stepSizes?: readonly [number, number]
  /** Go up instead of down. Default false. */
  maximize?: boolean
}

/** A parameter's last gradient and the lengths of its elements' steps. */
export interface RpropState {
  step: number
  prev: Tensor
  stepSize: Tensor
}

const takes = signature('Rprop', { params }, { lr, etas: pair, stepSizes: pair }, { maximize: kinds.boolean })

/**
 * Rprop (Riedmiller and Braun, 1993): goes by the signs of the gradient alone, for gradients of the whole data set. The
 * steps of an element grow while its gradient keeps its sign and shrink when it turns round; then that step is left out.
 *
 * $$ s \leftarrow \text{clamp}(\eta^{\pm} s), \quad p \leftarrow p - \text{sign}(g) s $$
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a learning rate below 0, and for etas that do
 *   not lie on either side of 1.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new Rprop([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.9000, -4.4000], requires_grad=True)
 * @see torch.optim.Rprop
 */
export class Rprop extends Optimizer<Required<RpropOptions>, RpropState> {
  protected override readonly managesMemory = true

  constructor(params: Params<Required<RpropOptions>>, ...args: Args<RpropOptions, ['lr', 'etas', 'stepSizes']>) {
    super(params, { lr: 1e-2, etas: [0.5, 1.2], stepSizes: [1e-6, 50], maximize: false, ...takes([params], args) })
  }

  protected override checkOptions(
    { lr, etas: [shrink, grow], stepSizes: [shortest, longest] }: Required<RpropOptions>,
    owner: string,
  ): void {
    checkNotNegative(owner, { lr, 'stepSizes[0]': shortest, 'stepSizes[1]': longest })
    if (!(shrink > 0 && shrink < 1 && grow > 1)) {
      throw new RangeError(`${owner}: etas must be one between 0 and 1 and one above 1, got [${shrink}, ${grow}]`)
    }
  }

  protected override initState(param: Tensor, { lr }: ParamGroup<Required<RpropOptions>>): RpropState {
    return { step: 0, prev: zerosLike(param), stepSize: fullLike(param, lr) }
  }

  protected override updateParam(
    param: Tensor,
    grad: Tensor,
    state: RpropState,
    { etas: [shrink, grow], stepSizes: [shortest, longest], maximize }: ParamGroup<Required<RpropOptions>>,
  ): void {
    const { prev, stepSize } = state
    const g = descentGradient(param, grad, { maximize, weightDecay: 0 })
    state.step++
    const agreement = g.mul(prev)
    const turned = agreement.lt(0)
    const factor = onesLike(g).maskedFill_(agreement.gt(0), grow).maskedFill_(turned, shrink)
    stepSize.mul_(factor).clamp_(shortest, longest)
    const followed = g.maskedFill(turned, 0)
    param.addcmul_(followed.sign(), stepSize, { value: -1 })
    prev.copy_(followed)
  }
}
