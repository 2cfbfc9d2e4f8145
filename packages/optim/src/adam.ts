import { type Args, adamStep_, kinds, signature, type Tensor, zerosLike } from '@nn/tensor'
import { checkBetas, checkNotNegative } from './check-options'
import { Optimizer, type ParamUpdate } from './optimizer'
import { lr, pair, params } from './option-kinds'
import type { ParamGroup, Params } from './param-group'

export interface AdamOptions {
  /** The learning rate: about how far an element goes in a step. Default 0.001. */
  lr?: number
  /** How slowly the averages of the gradient and of its square forget. Default [0.9, 0.999]. */
  betas?: readonly [number, number]
  /** Added to the divisor, against dividing by 0. Default 1e-8. */
  eps?: number
  /** How much of the parameter is added to its gradient, which draws it to 0. Default 0. */
  weightDecay?: number
  /** Divide by the largest average of the square so far. Default false. */
  amsgrad?: boolean
  /** Go up instead of down. Default false. */
  maximize?: boolean
  /** Shrink the parameter itself instead of adding to its gradient, as `AdamW` does. Default false. */
  decoupledWeightDecay?: boolean
}

/** The running averages of a parameter, and how many steps they are of. */
export interface AdamState {
  step: number
  readonly expAvg: Tensor
  readonly expAvgSq: Tensor
  /** With amsgrad, else null. */
  readonly maxExpAvgSq: Tensor | null
}

const takes = signature(
  'Adam',
  { params },
  { lr, betas: pair, eps: kinds.number, weightDecay: kinds.number, amsgrad: kinds.boolean },
  { maximize: kinds.boolean, decoupledWeightDecay: kinds.boolean },
)

/**
 * Adam (Kingma and Ba, 2015): every element has a step size of its own, by the size of its gradients so far.
 *
 * $$ m \leftarrow \beta_1 m + (1 - \beta_1) g, \quad v \leftarrow \beta_2 v + (1 - \beta_2) g^2, \quad
 *    p \leftarrow p - \eta \frac{m / (1 - \beta_1^t)}{\sqrt{v / (1 - \beta_2^t)} + \epsilon} $$
 *
 * with the learning rate η, at step t.
 *
 * @throws RangeError without parameters, for a parameter in two groups, for a hyper-parameter below 0, and for betas
 *   outside [0, 1).
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new Adam([w], { lr: 0.1 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.9000, -4.4000], requires_grad=True)
 * @see torch.optim.Adam
 */
export class Adam extends Optimizer<Required<AdamOptions>, AdamState> {
  protected override readonly managesMemory = true

  constructor(
    params: Params<Required<AdamOptions>>,
    ...args: Args<AdamOptions, ['lr', 'betas', 'eps', 'weightDecay', 'amsgrad']>
  ) {
    super(params, {
      lr: 1e-3,
      betas: [0.9, 0.999],
      eps: 1e-8,
      weightDecay: 0,
      amsgrad: false,
      maximize: false,
      decoupledWeightDecay: false,
      ...takes([params], args),
    })
  }

  protected override checkOptions({ lr, betas, eps, weightDecay }: Required<AdamOptions>, owner: string): void {
    checkNotNegative(owner, { lr, eps, weightDecay })
    checkBetas(owner, betas)
  }

  protected override initState(param: Tensor, { amsgrad }: ParamGroup<Required<AdamOptions>>): AdamState {
    return {
      step: 0,
      expAvg: zerosLike(param),
      expAvgSq: zerosLike(param),
      maxExpAvgSq: amsgrad ? zerosLike(param) : null,
    }
  }

  protected override updateGroup(
    updates: readonly ParamUpdate<AdamState>[],
    { lr, betas: [beta1, beta2], eps, weightDecay, decoupledWeightDecay, maximize }: ParamGroup<Required<AdamOptions>>,
  ): void {
    adamStep_(
      updates.map(({ param, grad, state }) => {
        state.step++
        return { param, grad, ...state }
      }),
      { lr, beta1, beta2, eps, weightDecay, decoupled: decoupledWeightDecay, maximize },
    )
  }
}
