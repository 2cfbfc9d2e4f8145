import { enableGrad, noGrad, peekGrad } from '@nn/autograd'
import { type Args, cat, kinds, outsideScopes, show, signature, Tensor, zeros } from '@nn/tensor'
import { checkNotNegative, checkPositiveIntegers } from '../check-options'
import { Optimizer } from '../optimizer'
import { lr, params } from '../option-kinds'
import type { ParamGroup, ParamGroupInit, Params } from '../param-group'
import { bentDirection, type CurvatureHistory, dot, remember } from './curvature-history'
import { type PointOnLine, strongWolfe } from './strong-wolfe'

export interface LBFGSOptions {
  /** The learning rate: how far a step goes along its direction, or how far the line search looks first. Default 1. */
  lr?: number
  /** The most iterations of one `step`. Default 20. */
  maxIter?: number
  /** The most evaluations of the closure in one `step`. Default 1.25 times `maxIter`. */
  maxEval?: number
  /** A `step` ends where no element of the gradient is larger. Default 1e-7. */
  toleranceGrad?: number
  /** A `step` ends where the loss or every parameter changes by less. Default 1e-9. */
  toleranceChange?: number
  /** How many steps are remembered. Default 100. */
  historySize?: number
  /** How to find out how far to go: by `'strong_wolfe'`, or not at all (null). Default null. */
  lineSearchFn?: 'strong_wolfe' | null
}

/** What is remembered from iteration to iteration. All parameters are one vector here; the first one has the state. */
export interface LBFGSState extends CurvatureHistory {
  /** Evaluations of the closure so far. */
  funcEvals: number
  /** Iterations so far. */
  nIter: number
  /** The direction of the last iteration. */
  d: Tensor | null
  /** How far it went. */
  t: number
  /** The gradient that it came from. */
  prevFlatGrad: Tensor | null
}

/** The loss and its gradient where the parameters are. */
interface Evaluation {
  readonly loss: number
  readonly gradient: Tensor
}

const lineSearchFn = kinds.oneOf('strong_wolfe', null)
const takes = signature(
  'LBFGS',
  { params },
  {
    lr,
    maxIter: kinds.integer,
    maxEval: kinds.integer,
    toleranceGrad: kinds.number,
    toleranceChange: kinds.number,
    historySize: kinds.integer,
    lineSearchFn,
  },
)

/**
 * L-BFGS (Liu and Nocedal, 1989): follows the gradient bent by the curvature, which it estimates from the last steps. It
 * is for losses without noise: one `step` runs many iterations, and each calls the closure.
 *
 * $$ p \leftarrow p - t H g, \qquad H \leftarrow (I - \rho s y^T) H (I - \rho y s^T) + \rho s s^T, \quad
 *    \rho = \frac{1}{y \cdot s} $$
 *
 * with the step s and the change y of the gradient g over it.
 *
 * @throws RangeError without parameters, for more than one group of them, and for a
 *   hyper-parameter out of range.
 * @example
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new LBFGS([w], { lineSearchFn: 'strong_wolfe' })
 * optimizer.step(() => {
 *   optimizer.zeroGrad()
 *   const loss = w.sub(1).square().sum()
 *   loss.backward()
 *   return loss
 * })
 * w // tensor([1.0000, 1.0000], requires_grad=True)
 * @see torch.optim.LBFGS
 */
export class LBFGS extends Optimizer<Required<LBFGSOptions>, LBFGSState> {
  constructor(
    params: Params<Required<LBFGSOptions>>,
    ...args: Args<
      LBFGSOptions,
      ['lr', 'maxIter', 'maxEval', 'toleranceGrad', 'toleranceChange', 'historySize', 'lineSearchFn']
    >
  ) {
    const { maxIter = 20, ...options } = takes([params], args)
    super(params, {
      lr: 1,
      maxIter,
      maxEval: Math.floor((maxIter * 5) / 4),
      toleranceGrad: 1e-7,
      toleranceChange: 1e-9,
      historySize: 100,
      lineSearchFn: null,
      ...options,
    })
  }

  /** @throws RangeError for a second group: all parameters make their steps together. */
  override addParamGroup(group: ParamGroupInit<Required<LBFGSOptions>>, ...none: []): void {
    if (this.paramGroups.length > 0) {
      throw new RangeError(`${this.getName()}: there can be only one group of parameters`)
    }
    super.addParamGroup(group, ...none)
  }

  protected override checkOptions(options: Required<LBFGSOptions>, owner: string): void {
    const { lr, maxIter, maxEval, historySize } = options
    checkNotNegative(owner, { lr })
    checkPositiveIntegers(owner, { maxIter, maxEval, historySize })
    if (!lineSearchFn.accepts(options.lineSearchFn)) {
      throw new TypeError(`${owner}: lineSearchFn must be ${lineSearchFn.name}, got ${show(options.lineSearchFn)}`)
    }
  }

  protected override initState(): LBFGSState {
    return { funcEvals: 0, nIter: 0, d: null, t: 0, prevFlatGrad: null, oldDirs: [], oldStps: [], ro: [], hDiag: 1 }
  }

  /**
   * Runs iterations until one of the limits is met.
   *
   * @param closure computes the loss and its gradients anew; it is called several times
   * @returns the loss that the closure gave first
   * @throws TypeError without a closure, and for a loss that is neither a tensor nor a number.
   * @see torch.optim.LBFGS.step
   */
  override step(): undefined
  override step<Loss>(closure: () => Loss): Loss
  override step<Loss>(...args: [closure?: () => Loss]): Loss | undefined {
    const closure = this.readClosure<Loss>(args)
    this.checkGroups()
    if (closure === undefined) {
      throw new TypeError(`${this.getName()}.step: needs a closure that computes the loss and its gradients anew`)
    }
    return noGrad(() =>
      outsideScopes(() => {
        const state = this.#state
        const evaluate = (): Evaluation & { readonly result: Loss } => {
          state.funcEvals++
          const result = enableGrad(closure)
          return { result, loss: lossValue(this.getName(), result), gradient: this.#gradient() }
        }
        const mostEvals = state.funcEvals + this.#group.maxEval
        const first = evaluate()
        this.#iterate(first, evaluate, mostEvals)
        return first.result
      }),
    )
  }

  #iterate(first: Evaluation, evaluate: () => Evaluation, mostEvals: number): void {
    const { lr, maxIter, toleranceGrad, toleranceChange, historySize, lineSearchFn } = this.#group
    const state = this.#state
    let here = first
    for (let i = 1; i <= maxIter && largest(here.gradient) > toleranceGrad; i++) {
      const { d, t, prevFlatGrad } = state
      if (d !== null && prevFlatGrad !== null) {
        remember(state, d.mul(t), here.gradient.sub(prevFlatGrad), historySize)
      }
      const direction = bentDirection(state, here.gradient)
      state.nIter++
      state.d = direction
      // Before anything is known of the curvature, no step is longer than the learning rate.
      state.t = d === null ? Math.min(1, 1 / here.gradient.abs().sum().item()) * lr : lr
      state.prevFlatGrad = here.gradient
      const start = { ...here, t: 0, slope: dot(here.gradient, direction) }
      if (start.slope > -toleranceChange) return

      if (lineSearchFn === 'strong_wolfe') {
        const found = this.#searchAlong(direction, start, state.t, evaluate, mostEvals - state.funcEvals)
        state.t = found.t
        here = found
      }
      this.#move(direction, state.t)
      // After the last iteration nobody would look at the loss.
      if (lineSearchFn === null && i < maxIter) here = evaluate()
      if (state.funcEvals >= mostEvals) return
      if (largest(direction) * state.t <= toleranceChange) return
      if (Math.abs(here.loss - start.loss) < toleranceChange) return
    }
  }

  /** Looks for a good point along a direction; the parameters stay where they are. */
  #searchAlong(
    direction: Tensor,
    start: PointOnLine,
    firstT: number,
    evaluate: () => Evaluation,
    maxPoints: number,
  ): PointOnLine {
    const params = this.#group.params
    const home = params.map((param) => param.clone())
    const at = (t: number): PointOnLine => {
      this.#move(direction, t)
      const there = evaluate()
      for (const [i, param] of params.entries()) param.copy_(home[i] as Tensor)
      return { ...there, t, slope: dot(there.gradient, direction) }
    }
    return strongWolfe({ start, firstT, shortest: this.#group.toleranceChange / largest(direction), maxPoints, at })
  }

  get #group(): ParamGroup<Required<LBFGSOptions>> {
    return this.paramGroups[0] as ParamGroup<Required<LBFGSOptions>>
  }

  get #state(): LBFGSState {
    const [first] = this.#group.params as [Tensor]
    const state = this.state.get(first) ?? this.initState()
    this.state.set(first, state)
    return state
  }

  /** The gradients of all parameters as one vector; 0 where there is none. */
  #gradient(): Tensor {
    return cat(
      this.#group.params.map((param) => peekGrad(param)?.reshape(-1) ?? zeros([param.numel()], { dtype: param.dtype })),
    )
  }

  /** Moves all parameters by t times a vector. */
  #move(direction: Tensor, t: number): void {
    let start = 0
    for (const param of this.#group.params) {
      param.add_(direction.narrow(0, start, param.numel()).view(param.shape), { alpha: t })
      start += param.numel()
    }
  }
}

/** The size of the largest element. */
function largest(vector: Tensor): number {
  return vector.abs().max().item()
}

function lossValue(optimizer: string, loss: unknown): number {
  if (loss instanceof Tensor) return loss.item()
  if (typeof loss === 'number') return loss
  throw new TypeError(
    `${optimizer}.step: closure must return the loss, a tensor of one element or a number, got ${show(loss)}`,
  )
}
