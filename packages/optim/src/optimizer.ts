import { clearGrad, enableGrad, noGradNow, peekGrad } from '@nn/autograd'
import {
  type Args,
  AutogradError,
  kinds,
  outsideScopesNow,
  type Signature,
  scope,
  show,
  signature,
  Tensor,
} from '@nn/tensor'
import { checkNumbers } from './check-options'
import { checkSizes, checkState, stateDictKind } from './check-state-dict'
import { copyState } from './copy-state'
import { groupSignature } from './group-signature'
import { params } from './option-kinds'
import type { ParamGroup, ParamGroupInit, Params } from './param-group'
import { warnOfDuplicates } from './warn-of-duplicates'

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

const takesParams = signature('Optimizer', { params })
const takesStep = signature('step', {}, { closure: kinds.callback })
const takesZeroGrad = signature('zeroGrad', {}, { setToNone: kinds.boolean })
const takesGroup = signature('addParamGroup', { group: kinds.kind('a group, as { params, lr }', isGroup) })
const takesNothing = signature('stateDict', {})
const takesStateDict = signature('loadStateDict', { stateDict: stateDictKind })

export interface ZeroGradOptions {
  /** Whether gradients become null, or zeros. Default true. */
  setToNone?: boolean
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
  readonly #takesOptions: Signature<object>

  /**
   * @param params parameters, or groups of them with hyper-parameters of their own
   * @param defaults every hyper-parameter
   * @throws RangeError without parameters, for a parameter in two groups, and for a hyper-parameter out of range.
   * @throws TypeError for anything that is no tensor, and for a hyper-parameter that there is not or that is of another kind.
   * @throws AutogradError for a tensor that was computed.
   */
  constructor(params: Params<Options>, defaults: Options) {
    const name = this.getName()
    takesParams([params], [], name)
    this.defaults = defaults
    this.#takesOptions = groupSignature(defaults)
    this.#check(defaults, name)
    for (const group of asGroups(name, params)) this.addParamGroup(group)
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

  /**
   * Refuses hyper-parameters out of range.
   *
   * @param owner as errors begin
   */
  protected checkOptions(_options: Options, _owner: string): void {}

  /** Groups can be changed at any time: every step looks at them again. */
  protected checkGroups(): void {
    for (let i = 0; i < this.paramGroups.length; i++) {
      this.#check(this.paramGroups[i] as ParamGroup<Options>, `${this.getName()}: group ${i}`)
    }
  }

  #check(options: Options, owner: string): void {
    this.#takesOptions([], [options], owner)
    this.checkOptions(options, owner)
    checkNumbers(owner, options)
  }

  /**
   * Adds parameters to train, such as those of layers that were frozen before. A parameter that is twice in the group makes
   * two steps at once, and a warning.
   *
   * @throws RangeError for a parameter that is in another group, and for a hyper-parameter out of range.
   * @throws TypeError for anything that is no tensor, and for a hyper-parameter that there is not or that is of another kind.
   * @throws AutogradError for a tensor that was computed.
   * @see torch.optim.Optimizer.add_param_group
   */
  addParamGroup(group: ParamGroupInit<Options>, ...none: []): void {
    takesGroup([group], none, `${this.getName()}.addParamGroup`)
    const owner = `${this.getName()}: group ${this.paramGroups.length}`
    const params = group.params instanceof Tensor ? [group.params] : group.params
    takesParams([params], [], owner)
    const added: ParamGroup<Options> = { ...this.defaults, ...group, params: [...params] }
    this.#check(added, owner)
    for (const [i, param] of added.params.entries()) this.#checkParam(i, param)
    if (new Set(added.params).size < added.params.length) warnOfDuplicates(owner)
    this.paramGroups.push(added)
  }

  #checkParam(i: number, param: unknown): void {
    if (!(param instanceof Tensor)) {
      throw new TypeError(`${this.getName()}: parameter ${i} of the group must be a tensor, got ${show(param)}`)
    }
    const other = this.paramGroups.findIndex(({ params }) => params.includes(param))
    if (other !== -1) {
      throw new RangeError(`${this.getName()}: parameter ${i} of the group is in group ${other} already`)
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
   * @throws TypeError for a closure that gives a promise, and, as RangeError too, for hyper-parameters that were changed to
   *   what they cannot be.
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
  step<Loss>(...args: [closure?: () => Loss]): Loss | undefined {
    const closure = this.readClosure<Loss>(args)
    this.checkGroups()
    const loss = closure === undefined ? undefined : enableGrad(closure)
    if (loss instanceof Promise) {
      throw new TypeError(`${this.getName()}.step: closure must not be async: the step does not wait for its gradients`)
    }
    noGradNow(() => {
      if (this.managesMemory) this.#updateAll()
      else outsideScopesNow(() => this.#updateAll())
    })
    return loss
  }

  /** What `step` was given. */
  protected readClosure<Loss>(args: readonly unknown[]): (() => Loss) | undefined {
    return takesStep([], args, `${this.getName()}.step`).closure as (() => Loss) | undefined
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
    const state = outsideScopesNow(() => this.initState(param, group))
    this.state.set(param, state)
    return state
  }

  /**
   * Sets the gradients of all parameters to null, or to zeros, as they add up otherwise.
   *
   * @see torch.optim.Optimizer.zero_grad
   */
  zeroGrad(...args: Args<ZeroGradOptions, ['setToNone']>): void {
    const { setToNone = true } = takesZeroGrad([], args, `${this.getName()}.zeroGrad`)
    const clear = setToNone ? clearGrad : fillGradWithZeros
    for (const group of this.paramGroups) for (const param of group.params) clear(param)
  }

  /**
   * Everything needed to go on later: hyper-parameters, and the state of each parameter by its number over all groups.
   * The tensors are the optimizer's own, not copies.
   *
   * @see torch.optim.Optimizer.state_dict
   */
  stateDict(...none: []): OptimizerStateDict<Options, State> {
    takesNothing([], none, `${this.getName()}.stateDict`)
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
   * @throws TypeError for the state of another class.
   * @throws RangeError where the groups or their sizes differ, ShapeError where the shapes of the parameters do.
   * @see torch.optim.Optimizer.load_state_dict
   */
  loadStateDict(stateDict: OptimizerStateDict<Options, State>, ...none: []): void {
    const owner = `${this.getName()}.loadStateDict`
    takesStateDict([stateDict], none, owner)
    checkSizes(owner, this.paramGroups, stateDict.paramGroups)
    const groups = stateDict.paramGroups.map((saved, i) => {
      const { params } = this.paramGroups[i] as ParamGroup<Options>
      const group: ParamGroup<Options> = { ...saved, params }
      this.#check(group, `${owner}: group ${i}`)
      return group
    })
    const states = groups.flatMap((group, i) =>
      group.params.map((param, place) => {
        const number = stateDict.paramGroups[i]?.params[place] as number
        const saved = stateDict.state[number]
        if (saved !== undefined) {
          const name = `${owner}: the state of parameter ${number}`
          scope(() => checkState(name, saved, this.initState(param, group), param))
        }
        return [param, saved] as const
      }),
    )
    for (const [i, group] of groups.entries()) Object.assign(this.paramGroups[i] as ParamGroup<Options>, group)
    this.state.clear()
    for (const [param, saved] of states) if (saved !== undefined) this.state.set(param, copyState(saved, param.dtype))
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

function isGroup(value: unknown): value is { params: unknown } {
  return typeof value === 'object' && value !== null && !(value instanceof Tensor) && 'params' in value
}

/** Parameters alone are one group. */
function asGroups<Options>(owner: string, params: Params<Options>): ParamGroupInit<Options>[] {
  const list: unknown[] = [...params]
  if (list.length === 0) throw new RangeError(`${owner}: the list of parameters is empty`)
  const groups = list.filter(isGroup).length
  if (groups !== 0 && groups !== list.length) {
    const stray = list.findIndex((entry) => !isGroup(entry))
    throw new TypeError(
      `${owner}: params must be all parameters or all groups, got both; write { params: [...] } around ${stray}, ${show(list[stray])}`,
    )
  }
  return (groups === 0 ? [{ params: list }] : list) as ParamGroupInit<Options>[]
}

function fillGradWithZeros(param: Tensor): void {
  noGradNow(() => peekGrad(param)?.zero_())
}
