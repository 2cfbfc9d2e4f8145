import { clearGrad, enableGrad, noGrad, peekGrad } from '@nn/autograd'
import { AutogradError, outsideScopes, Tensor } from '@nn/tensor'
import { copyState } from './copy-state'
import type { ParamGroup, ParamGroupInit, Params } from './param-group'

/** An optimizer's state, as `stateDict` gives it: parameters stand there by their number over all groups. */
export interface OptimizerStateDict<Options, State> {
  readonly state: Readonly<Record<number, State>>
  readonly paramGroups: readonly (Options & { readonly params: readonly number[] })[]
}

/** What a step is about: a parameter, its gradient, and what is remembered of it. */
export interface ParamUpdate<State> {
  readonly param: Tensor
  readonly grad: Tensor
  readonly state: State
}

/**
 * The base of all optimizers. It keeps groups of parameters and the state of each parameter; a subclass says only what a
 * step does to one parameter.
 *
 * @example
 * // Goes by the sign of the gradient's running average.
 * class SignSGD extends Optimizer<{ lr: number; decay: number }, { average: Tensor }> {
 *   constructor(params: Params<{ lr: number; decay: number }>, options: { lr?: number; decay?: number } = {}) {
 *     super(params, { lr: 0.01, decay: 0.9, ...options })
 *   }
 *   protected override initState(param: Tensor): { average: Tensor } {
 *     return { average: zerosLike(param) }
 *   }
 *   protected updateParam(param: Tensor, grad: Tensor, state: { average: Tensor }, group: { lr: number; decay: number }): void {
 *     state.average.mul_(group.decay).add_(grad, { alpha: 1 - group.decay })
 *     param.sub_(state.average.sign(), { alpha: group.lr })
 *   }
 * }
 * const w = tensor([3, -4.5], { requiresGrad: true })
 * const optimizer = new SignSGD([w], { lr: 0.5 })
 * w.square().sum().backward()
 * optimizer.step()
 * w // tensor([ 2.5000, -4.0000], requires_grad=True)
 * @see torch.optim.Optimizer
 */
export abstract class Optimizer<Options extends object, State extends object = object> {
  static {
    // What `console.log` shows in Node.
    Object.defineProperty(Optimizer.prototype, Symbol.for('nodejs.util.inspect.custom'), {
      value(this: Optimizer<object>): string {
        return this.toString()
      },
    })
  }

  /** The hyper-parameters of groups that do not say their own. */
  readonly defaults: Readonly<Options>
  readonly paramGroups: ParamGroup<Options>[] = []
  /** What is remembered from step to step, of each parameter that had a gradient. */
  readonly state: Map<Tensor, State> = new Map()
  /**
   * True in an optimizer that forgets a gradient when `updateParam` returns, and passes to `keep` what it puts into its
   * state: then the memory of gradients and of what a step makes on its way is given back at once. Where it is false,
   * `updateParam` may hold on to any tensor.
   */
  protected readonly managesMemory: boolean = false

  /**
   * @param params parameters, or groups of them with hyper-parameters of their own
   * @param defaults every hyper-parameter
   * @throws RangeError without parameters, for a parameter given twice, and for a hyper-parameter out of range.
   * @throws TypeError for anything that is no tensor.
   * @throws AutogradError for a tensor that was computed.
   */
  constructor(params: Params<Options>, defaults: Options) {
    this.defaults = defaults
    if (params instanceof Tensor || typeof params?.[Symbol.iterator] !== 'function') {
      throw new TypeError(
        `${this.getName()}: expects a list of parameters, or of groups of them; got ${kindOf(params)}`,
      )
    }
    for (const group of asGroups(params)) this.addParamGroup(group)
    if (this.paramGroups.length === 0) throw new RangeError(`${this.getName()}: the list of parameters is empty`)
  }

  /** One step of one parameter, in place. It runs outside of any graph. An optimizer with a `step` of its own needs none. */
  protected updateParam(_param: Tensor, _grad: Tensor, _state: State, _group: ParamGroup<Options>): void {
    throw new TypeError(`${this.getName()}: it defines neither updateParam nor step`)
  }

  /** One step of all parameters of a group that have a gradient; an optimizer that can take them at once says how. */
  protected updateGroup(updates: readonly ParamUpdate<State>[], group: ParamGroup<Options>): void {
    for (const { param, grad, state } of updates) this.updateParam(param, grad, state, group)
  }

  /** The state of a parameter before its first step. */
  protected initState(_param: Tensor, _group: ParamGroup<Options>): State {
    return {} as State
  }

  /** Refuses hyper-parameters out of range. */
  protected checkOptions(_options: Options): void {}

  /**
   * Adds parameters to train, such as those of layers that were frozen before.
   *
   * @throws RangeError for a parameter given twice, and for a hyper-parameter out of range.
   * @throws TypeError for anything that is no tensor.
   * @throws AutogradError for a tensor that was computed.
   * @see torch.optim.Optimizer.add_param_group
   */
  addParamGroup(group: ParamGroupInit<Options>): void {
    const params = group.params instanceof Tensor ? [group.params] : [...group.params]
    const added: ParamGroup<Options> = { ...this.defaults, ...group, params }
    this.checkOptions(added)
    const known = new Set(this.paramGroups.flatMap((other) => other.params))
    for (const [i, param] of params.entries()) {
      this.#checkParam(i, param)
      if (known.has(param)) throw new RangeError(`${this.getName()}: parameter ${i} of the group was given twice`)
      known.add(param)
    }
    this.paramGroups.push(added)
  }

  #checkParam(i: number, param: unknown): void {
    if (!(param instanceof Tensor)) {
      throw new TypeError(`${this.getName()}: parameter ${i} of the group must be a tensor, got ${kindOf(param)}`)
    }
    if (!param.isLeaf) {
      throw new AutogradError(
        `${this.getName()}: parameter ${i} of the group was computed (${param.gradFn?.name}); only leaf tensors can be optimized`,
      )
    }
  }

  /**
   * Changes every parameter that has a gradient by one step.
   *
   * @param closure computes the loss and its gradients anew, for optimizers that look at several points a step
   * @returns what the closure returned
   * @example
   * const w = tensor([3, -4.5], { requiresGrad: true })
   * const optimizer = new SGD([w], { lr: 0.1 })
   * optimizer.zeroGrad()
   * w.square().sum().backward()
   * optimizer.step()
   * w // tensor([ 2.4000, -3.6000], requires_grad=True)
   * @see torch.optim.Optimizer.step
   */
  step(): undefined
  step<Loss>(closure: () => Loss): Loss
  step<Loss>(closure?: () => Loss): Loss | undefined {
    const loss = closure === undefined ? undefined : enableGrad(closure)
    noGrad(() => {
      if (this.managesMemory) this.#updateAll()
      else outsideScopes(() => this.#updateAll())
    })
    return loss
  }

  #updateAll(): void {
    for (const group of this.paramGroups) {
      const updates: ParamUpdate<State>[] = []
      for (const param of group.params) {
        const grad = this.managesMemory ? peekGrad(param) : param.grad
        if (grad !== null) updates.push({ param, grad, state: this.#stateOf(param, group) })
      }
      this.updateGroup(updates, group)
    }
  }

  #stateOf(param: Tensor, group: ParamGroup<Options>): State {
    const known = this.state.get(param)
    if (known !== undefined) return known
    // State lives longer than any scope that the step may run in.
    const state = outsideScopes(() => this.initState(param, group))
    this.state.set(param, state)
    return state
  }

  /**
   * Sets the gradients of all parameters to null, as they add up otherwise.
   *
   * @see torch.optim.Optimizer.zero_grad
   */
  zeroGrad(): void {
    for (const group of this.paramGroups) for (const param of group.params) clearGrad(param)
  }

  /**
   * Everything needed to go on later: hyper-parameters, and the state of each parameter by its number over all groups.
   * The tensors are the optimizer's own, not copies.
   *
   * @see torch.optim.Optimizer.state_dict
   */
  stateDict(): OptimizerStateDict<Options, State> {
    const numbers = new Map(this.#allParams().map((param, i) => [param, i]))
    const numberOf = (param: Tensor): number => numbers.get(param) as number
    const entries = [...this.state].filter(([, state]) => Object.keys(state).length > 0)
    return {
      state: Object.fromEntries(entries.map(([param, state]) => [numberOf(param), { ...state }])),
      paramGroups: this.paramGroups.map((group) => ({ ...group, params: group.params.map(numberOf) })),
    }
  }

  /**
   * Takes over hyper-parameters and, as copies, states.
   *
   * @param stateDict of an optimizer of the same class with as many parameters in as many groups
   * @throws RangeError where the groups or their sizes differ.
   * @see torch.optim.Optimizer.load_state_dict
   */
  loadStateDict(stateDict: OptimizerStateDict<Options, State>): void {
    const sizes = this.paramGroups.map((group) => group.params.length)
    const savedSizes = stateDict.paramGroups.map((group) => group.params.length)
    if (sizes.join() !== savedSizes.join()) {
      throw new RangeError(
        `${this.getName()}: the state is of groups with [${savedSizes.join(', ')}] parameters, this optimizer's have [${sizes.join(', ')}]`,
      )
    }
    const params = this.#allParams()
    this.state.clear()
    stateDict.paramGroups.forEach((saved, i) => {
      const group = this.paramGroups[i] as ParamGroup<Options>
      Object.assign(group, saved, { params: group.params })
    })
    for (const [place, number] of stateDict.paramGroups.flatMap((group) => group.params).entries()) {
      const param = params[place] as Tensor
      const saved = stateDict.state[number]
      if (saved !== undefined) this.state.set(param, copyState(saved, param.dtype))
    }
  }

  #allParams(): Tensor[] {
    return this.paramGroups.flatMap((group) => group.params)
  }

  /** As it is called in print and in errors: by its class. */
  protected getName(): string {
    return this.constructor.name
  }

  /** Its groups with their hyper-parameters, laid out as PyTorch prints them. */
  toString(): string {
    const lines = this.paramGroups.flatMap((group, i) => {
      const options = Object.entries(group).filter(([name]) => name !== 'params')
      const sorted = options.sort(([a], [b]) => (a < b ? -1 : 1))
      return [`Parameter Group ${i}`, ...sorted.map(([name, value]) => `    ${name}: ${String(value)}`)]
    })
    return `${this.getName()} (\n${lines.join('\n')}\n)`
  }
}

/** Parameters alone are one group. */
function asGroups<Options>(params: Params<Options>): ParamGroupInit<Options>[] {
  const list: unknown[] = [...params]
  if (list.length === 0) return []
  const areGroups = list.every((entry) => typeof entry === 'object' && entry !== null && 'params' in entry)
  return (areGroups ? list : [{ params: list }]) as ParamGroupInit<Options>[]
}

function kindOf(value: unknown): string {
  if (value instanceof Tensor) return 'a tensor'
  return value === null ? 'null' : `${typeof value} (${String(value)})`
}
