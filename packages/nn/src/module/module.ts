import { clearGrad } from '@nn/autograd'
import {
  type Args,
  type DType,
  DTypeError,
  isFloatingPoint,
  type Kind,
  keep,
  kinds,
  type RemovableHandle,
  signature,
  Tensor,
} from '@nn/tensor'
import type { BackwardHook, BackwardPreHook } from './backward-hooks'
import { Callable, isBuffer, type PartKind, partsOf } from './callable'
import { describe } from './describe'
import { type ForwardHook, type ForwardPreHook, ModuleHooks } from './module-hooks'
import { Parameter } from './parameter'
import { copyState, type IncompatibleKeys, type StateDict, stateKind } from './state-dict'
import { stateName } from './state-name'

export interface RecurseOptions {
  /** Whether those of the modules inside belong to it. Default true. */
  recurse?: boolean
}

export interface NamedPartsOptions extends RecurseOptions {
  /** What stands before the names, and a dot between. Default none. */
  prefix?: string
  /** Whether what is shared comes once, under its first name. Default true. */
  removeDuplicate?: boolean
}

export interface BufferOptions {
  /** Whether `stateDict` has it. Default true. */
  persistent?: boolean
}

export interface LoadStateDictOptions {
  /** Refuse names that are not on both sides. Default true. */
  strict?: boolean
}

const recursion = { recurse: kinds.boolean }
const naming = { prefix: kinds.text, recurse: kinds.boolean, removeDuplicate: kinds.boolean }
const takesRecurse = signature('parameters', {}, recursion)
const takesNaming = signature('namedParameters', {}, naming)
const takesNothing = signature('Module', {})
const takesName = signature('getSubmodule', { name: kinds.text })
const takesMode = signature('train', {}, { mode: kinds.boolean })
const takesFunction = signature('apply', { fn: kinds.callback })
const takesHook = signature('registerForwardHook', { hook: kinds.callback })
const takesDType = signature('to', { dtype: kinds.dtype })
const takesRequiresGrad = signature('requiresGrad_', {}, { requiresGrad: kinds.boolean })
const takesState = signature('loadStateDict', { state: stateKind }, { strict: kinds.boolean })
const takesBuffer = signature(
  'registerBuffer',
  { name: kinds.text, tensor: kinds.orNull(kinds.tensor) },
  { persistent: kinds.boolean },
)
const takesParameter = signature('registerParameter', {
  name: kinds.text,
  parameter: kinds.orNull(kinds.instanceOf(Parameter)),
})
const aModule: Kind<Callable> = kinds.kind('a module', (value) => value instanceof Callable)
const takesModule = signature('registerModule', { name: kinds.text, module: kinds.orNull(aModule) })

/**
 * The base of all layers, losses and networks. A subclass assigns its parameters and its modules to properties, in
 * field initialisers or in the constructor, and defines `forward`; nothing needs to be registered.
 *
 * A module is a function: `layer(x)` calls its `forward`. `layer.forward(x)` does the same, hooks included.
 *
 * A property to which a `Parameter` is assigned is a parameter, one to which a `Module` is assigned is a child, in the order
 * of assignment. So a layer may be replaced, or one assigned to two properties, at any time. From then on the property
 * takes only what PyTorch's would: a tensor in place of a parameter is refused. Private `#fields` cannot be seen from
 * outside of their class; use TypeScript's `private` for what holds parameters.
 *
 * In `stateDict`, `namedParameters` and in print, properties go by PyTorch's spelling: `runningMean` is `running_mean`.
 *
 * @example
 * class Net extends Module {
 *   fc1 = new Linear(784, 128)
 *   fc2 = new Linear(128, 10)
 *   forward(x: Tensor): Tensor {
 *     return this.fc2(this.fc1(x).relu())
 *   }
 * }
 * const model = new Net()
 * model(ones([64, 784])).shape // [64, 10]
 * model.namedParameters().map(([name]) => name) // ['fc1.weight', 'fc1.bias', 'fc2.weight', 'fc2.bias']
 * @see torch.nn.Module
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the interface says that it is a function, as Callable makes it.
export abstract class Module extends Callable {
  static {
    // What `console.log` shows in Node.
    Object.defineProperty(Module.prototype, Symbol.for('nodejs.util.inspect.custom'), {
      value(this: Module): string {
        return this.toString()
      },
    })
  }

  /** True until `eval()`: layers such as `Dropout` work only while a network trains. */
  training = true
  #hooks: ModuleHooks | null = null

  /** Computes the module's output. Subclasses say what of. */
  abstract forward(...inputs: never[]): unknown

  // ---- what belongs to it -----------------------------------------------------------------------------------------

  /**
   * All parameters, each once, also where modules share it.
   *
   * @example
   * new Linear(2, 1).parameters().length // 2
   * new Sequential(new Linear(2, 1)).parameters(false).length // 0
   * @see torch.nn.Module.parameters
   */
  parameters(...args: Args<RecurseOptions, ['recurse']>): Parameter[] {
    const { recurse = true } = takesRecurse([], args)
    return this.#named<Parameter>({ recurse }, isParameter).map(([, parameter]) => parameter)
  }

  /**
   * All parameters with their names, as `'fc1.weight'`; a shared one under its first name.
   *
   * @see torch.nn.Module.named_parameters
   */
  namedParameters(...args: Args<NamedPartsOptions, ['prefix', 'recurse', 'removeDuplicate']>): [string, Parameter][] {
    return this.#named(takesNaming([], args), isParameter)
  }

  /** All buffers, each once. */
  buffers(...args: Args<RecurseOptions, ['recurse']>): Tensor[] {
    const { recurse = true } = takesRecurse([], args, 'buffers')
    return this.#named<Tensor>({ recurse }, isBuffer).map(([, buffer]) => buffer)
  }

  /** All buffers with their names; a shared one under its first name. */
  namedBuffers(...args: Args<NamedPartsOptions, ['prefix', 'recurse', 'removeDuplicate']>): [string, Tensor][] {
    return this.#named(takesNaming([], args, 'namedBuffers'), isBuffer)
  }

  /** The modules directly inside, each once. */
  children(...none: []): Module[] {
    takesNothing([], none, 'children')
    return this.namedChildren().map(([, child]) => child)
  }

  /** The modules directly inside with their names; a shared one under its first name. */
  namedChildren(...none: []): [string, Module][] {
    takesNothing([], none, 'namedChildren')
    return firstNames(this.ownModules())
  }

  /** This module and all inside of it, to any depth, each once. */
  modules(...none: []): Module[] {
    takesNothing([], none, 'modules')
    return this.namedModules().map(([, module]) => module)
  }

  /** This module (named `''`) and all inside of it with their names, as `'encoder.0'`. */
  namedModules(...none: []): [string, Module][] {
    takesNothing([], none, 'namedModules')
    const names = new Map<Module, string>()
    const visit = (module: Module, name: string): void => {
      if (names.has(module)) return
      names.set(module, name)
      for (const [key, child] of module.ownModules()) visit(child, joined(name, key))
    }
    visit(this, '')
    return [...names].map(([module, name]) => [name, module])
  }

  /**
   * The module of that name inside, to any depth.
   *
   * @throws RangeError where there is none.
   * @example
   * new Sequential({ hidden: new Linear(2, 3) }).getSubmodule('hidden') // Linear(in_features=2, out_features=3, bias=True)
   */
  getSubmodule(name: string, ...none: []): Module {
    takesName([name], none)
    let module: Module = this
    for (const key of name === '' ? [] : name.split('.')) {
      const children = module.ownModules()
      const child = children.find(([childName]) => childName === key)
      if (child === undefined) {
        const names = children.map(([childName]) => childName).join(', ')
        throw new RangeError(
          `getSubmodule: ${module.getName()} has no module '${key}' (of '${name}'), it has: ${names}`,
        )
      }
      module = child[1]
    }
    return module
  }

  /**
   * The parameter of that name, to any depth.
   *
   * @throws RangeError where there is none.
   * @example
   * new Sequential({ hidden: new Linear(2, 3) }).getParameter('hidden.weight').shape // [3, 2]
   * @see torch.nn.Module.get_parameter
   */
  getParameter(name: string, ...none: []): Parameter {
    takesName([name], none, 'getParameter')
    return this.#part('getParameter', name, isParameter)
  }

  /**
   * The buffer of that name, to any depth.
   *
   * @throws RangeError where there is none.
   * @example
   * new Sequential({ norm: new BatchNorm1d(2) }).getBuffer('norm.running_mean') // tensor([0., 0.])
   * @see torch.nn.Module.get_buffer
   */
  getBuffer(name: string, ...none: []): Tensor {
    takesName([name], none, 'getBuffer')
    return this.#part('getBuffer', name, isBuffer)
  }

  #part<T>(op: string, name: string, isKind: IsKind): T {
    const cut = name.lastIndexOf('.')
    const module = this.getSubmodule(name.slice(0, Math.max(cut, 0)))
    const parts = module.#own<T>(isKind)
    const found = parts.find((own) => own.name === name.slice(cut + 1))
    if (found !== undefined) return found.part
    const names = parts.map((own) => own.name).join(', ')
    throw new RangeError(`${op}: ${module.getName()} has no '${name.slice(cut + 1)}' (of '${name}'), it has: ${names}`)
  }

  // ---- registration by name ---------------------------------------------------------------------------------------

  /**
   * Makes a tensor that is no parameter a part of the state, such as a running mean. The property of that name holds it;
   * assigning another tensor there replaces the buffer.
   *
   * @param name the property
   * @param options `persistent`: whether `stateDict` has it, default true
   * @returns the tensor
   * @throws RangeError where the property exists and holds something else than a buffer.
   * @example
   * class Centered extends Module {
   *   mean = this.registerBuffer('mean', zeros([3]))
   *   forward(x: Tensor): Tensor {
   *     return x.sub(this.mean)
   *   }
   * }
   * new Centered().stateDict() // { mean: tensor([0., 0., 0.]) }
   * @see torch.nn.Module.register_buffer
   */
  registerBuffer<T extends Tensor | null>(name: string, tensor: T, ...args: Args<BufferOptions, ['persistent']>): T {
    const { persistent = true } = takesBuffer([name, tensor], args)
    this.#register('registerBuffer', name, tensor, persistent ? 'buffer' : 'transient buffer')
    if (tensor !== null) keep(tensor)
    return tensor
  }

  /**
   * Assigns a parameter to the property of that name, for names that are computed; or null, and then the property takes
   * only a parameter later.
   *
   * @returns the parameter
   * @throws RangeError where the property exists and holds something else than a parameter.
   */
  registerParameter<T extends Parameter | null>(name: string, parameter: T, ...none: []): T {
    takesParameter([name, parameter], none)
    this.#register('registerParameter', name, parameter, 'parameter')
    return parameter
  }

  /**
   * Assigns a module to the property of that name, for names that are computed.
   *
   * @returns the module
   * @throws RangeError where the property exists and holds something else than a module.
   */
  registerModule<T extends Module | null>(name: string, module: T, ...none: []): T {
    takesModule([name, module], none)
    this.#register('registerModule', name, module, 'module')
    return module
  }

  #register(op: string, name: string, value: Tensor | Module | null, kind: PartKind): void {
    if (name === '' || name.includes('.')) {
      throw new RangeError(
        `${op}: '${name}' is no name for a part of ${this.getName()}; it must be a word without dots`,
      )
    }
    const parts = partsOf(this)
    const part = parts.get(name)
    if (part === undefined) {
      const there: unknown = Reflect.get(this, name)
      if (there !== undefined && there !== null && there !== value) throw this.#taken(op, name)
    } else if (part.kind !== kind && !(isBuffer(part.kind) && isBuffer(kind))) {
      throw this.#taken(op, name)
    }
    parts.set(name, { kind, value })
    Reflect.set(this, name, value)
    // A parameter that is registered as a buffer is one.
    parts.set(name, { kind, value })
  }

  #taken(op: string, name: string): RangeError {
    return new RangeError(`${op}: ${this.getName()} has something else under the name '${name}'`)
  }

  // ---- state ------------------------------------------------------------------------------------------------------

  /**
   * All parameters and persistent buffers by name, sharing their storage and outside of any graph; what two modules
   * share is there under both names.
   *
   * @example
   * Object.keys(new Sequential(new Linear(2, 1)).stateDict()) // ['0.weight', '0.bias']
   * @see torch.nn.Module.state_dict
   */
  stateDict(...none: []): StateDict {
    takesNothing([], none, 'stateDict')
    return Object.fromEntries(this.#stateEntries().map(([name, x]) => [name, x.detach()]))
  }

  /**
   * Copies values into the parameters and buffers of those names, converting their dtype. Where something does not fit,
   * nothing is changed.
   *
   * @param options `strict`: refuse names that are not on both sides, default true
   * @returns the names that are not on both sides
   * @throws StateDictError naming every missing and unexpected name and every value of another shape.
   * @throws TypeError for what is no object of tensors, as a promise of one.
   * @example
   * const [trained, copy] = [new Linear(2, 1), new Linear(2, 1)]
   * copy.loadStateDict(trained.stateDict()) // { missingKeys: [], unexpectedKeys: [] }
   * copy.weight.equal(trained.weight) // true
   * @see torch.nn.Module.load_state_dict
   */
  loadStateDict(state: StateDict, ...args: Args<LoadStateDictOptions, ['strict']>): IncompatibleKeys {
    const { strict = true } = takesState([state], args)
    const optional = this.#everyModule('').flatMap(([path, module]) =>
      module.optionalState().map((name) => joined(path, name)),
    )
    return copyState(this.getName(), new Map(this.#stateEntries()), new Set(optional), state, strict)
  }

  /**
   * The names, as `num_batches_tracked`, of what a state may lack, such as one that an older version saved: what is not there
   * keeps its values.
   */
  protected optionalState(): readonly string[] {
    return []
  }

  /**
   * A copy with parameters and buffers of its own, of the same values; what is shared inside is shared in the copy. Other
   * properties are taken over as they are; hooks are not.
   *
   * @example
   * const model = new Linear(2, 1)
   * const target = model.clone()
   * init.zeros_(model.weight)
   * target.weight.equal(model.weight) // false
   * @see copy.deepcopy of Python
   */
  clone(...none: []): this {
    takesNothing([], none, 'clone')
    return this.#copy(new Map())
  }

  /** @param copies what was copied already */
  #copy(copies: Map<unknown, unknown>): this {
    // Without the constructors of its classes, which would draw weights.
    const copy = Reflect.construct(Module, [], this.constructor) as this
    copies.set(this, copy)
    const parts = partsOf(this)
    for (const [name, part] of parts) partsOf(copy).set(name, part)
    for (const [name, value] of Object.entries(this)) {
      if (!copies.has(value)) {
        if (value instanceof Module) value.#copy(copies)
        else if (value instanceof Parameter) copies.set(value, copyOf(value))
        else if (value instanceof Tensor && parts.has(name)) copies.set(value, keep(value.detach().clone()))
      }
      Reflect.set(copy, name, copies.get(value) ?? value)
    }
    return copy
  }

  // ---- changing all of it -----------------------------------------------------------------------------------------

  /** Calls a function with every module inside, innermost first, and then with this one. */
  apply(fn: (module: Module) => void, ...none: []): this {
    takesFunction([fn], none)
    for (const child of this.children()) child.apply(fn)
    fn(this)
    return this
  }

  /** Has this module and all inside train, or not. */
  train(...args: Args<{ mode?: boolean }, ['mode']>): this {
    const { mode = true } = takesMode([], args)
    for (const module of this.modules()) module.training = mode
    return this
  }

  /** Has this module and all inside compute as in use: `Dropout` lets everything pass. */
  eval(...none: []): this {
    takesNothing([], none, 'eval')
    return this.train(false)
  }

  /** Says of all parameters whether they get gradients; those of a frozen part need none. */
  requiresGrad_(...args: Args<{ requiresGrad?: boolean }, ['requiresGrad']>): this {
    const { requiresGrad = true } = takesRequiresGrad([], args)
    for (const parameter of this.parameters()) parameter.requiresGrad_(requiresGrad)
    return this
  }

  /** Sets the gradients of all parameters to null. */
  zeroGrad(...none: []): void {
    takesNothing([], none, 'zeroGrad')
    for (const parameter of this.parameters()) clearGrad(parameter)
  }

  /**
   * Converts all floating-point parameters and buffers, in place; their gradients are dropped.
   *
   * @throws DTypeError for a dtype that is not floating point.
   */
  to(dtype: DType, ...none: []): this {
    takesDType([dtype], none)
    if (!isFloatingPoint(dtype)) throw new DTypeError(`to: a module's dtype must be floating point, got ${dtype}`)
    for (const parameter of this.parameters()) {
      if (parameter.isFloatingPoint()) parameter.data = parameter.data.to(dtype)
    }
    for (const module of this.modules()) {
      for (const { property, part: buffer } of module.#own<Tensor>(isBuffer)) {
        if (buffer.isFloatingPoint()) Reflect.set(module, property, keep(buffer.to(dtype)))
      }
    }
    return this
  }

  /** Converts all floating-point parameters and buffers to float32, in place; their gradients are dropped. */
  float(...none: []): this {
    takesNothing([], none, 'float')
    return this.to('float32')
  }

  /** Converts all floating-point parameters and buffers to float64, in place; their gradients are dropped. */
  double(...none: []): this {
    takesNothing([], none, 'double')
    return this.to('float64')
  }

  // ---- hooks ------------------------------------------------------------------------------------------------------

  /** Calls `hook` with the inputs before every `forward`; inputs that it returns take their place. */
  registerForwardPreHook<Inputs extends readonly unknown[] = readonly Tensor[]>(
    hook: ForwardPreHook<Inputs>,
    ...none: []
  ): RemovableHandle {
    takesHook([hook], none, 'registerForwardPreHook')
    return this.#ensureHooks().before.add(hook as unknown as ForwardPreHook<unknown[]>)
  }

  /**
   * Calls `hook` with the inputs and the output of every `forward`; an output that it returns takes its place.
   *
   * @returns a handle that takes the hook off again
   * @example
   * const layer = new Linear(2, 1)
   * const seen: (readonly number[])[] = []
   * const handle = layer.registerForwardHook((_module, _inputs, output) => {
   *   seen.push(output.shape)
   * })
   * layer.forward(ones([3, 2]))
   * handle.remove()
   * seen // [[3, 1]]
   * @see torch.nn.Module.register_forward_hook
   */
  registerForwardHook<Inputs extends readonly unknown[] = readonly Tensor[], Output = Tensor>(
    hook: ForwardHook<Inputs, Output>,
    ...none: []
  ): RemovableHandle {
    takesHook([hook], none, 'registerForwardHook')
    return this.#ensureHooks().after.add(hook as unknown as ForwardHook<unknown[], unknown>)
  }

  /**
   * Calls `hook` with the gradients of the inputs and of the outputs whenever gradients for the inputs have been computed;
   * gradients of the inputs that it returns take their place. It sees tensors that are inputs themselves, or outputs, or in
   * a list of outputs.
   *
   * @returns a handle that takes the hook off again
   * @example
   * const layer = new Linear(2, 1)
   * const handle = layer.registerFullBackwardHook((_module, [gradInput]) => [gradInput?.mul(10) ?? null])
   * init.ones_(layer.weight)
   * const x = zeros([1, 2], { requiresGrad: true })
   * layer.forward(x).sum().backward()
   * x.grad // tensor([[10., 10.]])
   * handle.remove()
   * @see torch.nn.Module.register_full_backward_hook
   */
  registerFullBackwardHook(hook: BackwardHook, ...none: []): RemovableHandle {
    takesHook([hook], none, 'registerFullBackwardHook')
    return this.#ensureHooks().backward.after.add(hook)
  }

  /**
   * Calls `hook` with the gradients of the outputs before those of the inputs are computed; gradients that it returns take
   * their place.
   *
   * @see torch.nn.Module.register_full_backward_pre_hook
   */
  registerFullBackwardPreHook(hook: BackwardPreHook, ...none: []): RemovableHandle {
    takesHook([hook], none, 'registerFullBackwardPreHook')
    return this.#ensureHooks().backward.before.add(hook)
  }

  /** With the first hook a module gets a `forward` of its own, around that of its class. */
  #ensureHooks(): ModuleHooks {
    if (this.#hooks === null) {
      this.#hooks = new ModuleHooks()
      const forward = this.#hooks.around(this, this.forward.bind(this) as (...inputs: unknown[]) => unknown)
      Object.defineProperty(this, 'forward', { value: forward, enumerable: false })
    }
    return this.#hooks
  }

  // ---- in print ---------------------------------------------------------------------------------------------------

  /** As it is called in print and in errors: by its class. */
  protected getName(): string {
    return this.constructor.name
  }

  /** What a subclass says of itself in print, as `in_features=2, out_features=1`. */
  extraRepr(): string {
    return ''
  }

  /** Exactly as PyTorch prints it. */
  override toString(...none: []): string {
    takesNothing([], none, 'toString')
    const children = this.ownModules().map(([name, child]) => [name, child.toString()] as const)
    return describe(this.getName(), this.extraRepr(), children)
  }

  /** @throws TypeError always: what a module has to save is its state. */
  toJSON(): never {
    throw new TypeError(`${this.getName()}: a module is no JSON; save what stateDict() gives`)
  }

  // ---- looking at its own properties ------------------------------------------------------------------------------

  /** The name that a property's value has in state dicts and in print. */
  protected nameOf(property: string): string {
    return stateName(property)
  }

  /** The modules directly inside with every name that they have. */
  protected ownModules(): [string, Module][] {
    return this.#own<Module>(isModule).map(({ name, part }) => [name, part])
  }

  /** The parts of a kind, in the order in which they became so. */
  #own<T>(isKind: IsKind): Owned<T>[] {
    const owned: Owned<T>[] = []
    for (const [property, part] of partsOf(this)) {
      const { kind, value } = part
      if (value === null || value === undefined) continue
      part.name ??= this.#newName(property)
      if (isKind(kind)) owned.push({ property, name: part.name, part: value as T })
    }
    return owned
  }

  /** @throws RangeError where another property has the name. */
  #newName(property: string): string {
    const name = this.nameOf(property)
    for (const [other, part] of partsOf(this)) {
      if (part.name === name) {
        throw new RangeError(
          `${this.getName()}: the properties '${other}' and '${property}' are both '${name}' in state dicts; rename one`,
        )
      }
    }
    return name
  }

  /** The parts of a kind by name, of this module and, with `recurse`, of all inside. */
  #named<T>({ prefix = '', recurse = true, removeDuplicate = true }: NamedPartsOptions, isKind: IsKind): [string, T][] {
    const modules: [string, Module][] = recurse ? this.#everyModule(prefix) : [[prefix, this]]
    const entries = modules.flatMap(([path, module]) =>
      module.#own<T>(isKind).map(({ name, part }): [string, T] => [joined(path, name), part]),
    )
    return removeDuplicate ? firstNames(entries) : entries
  }

  /** This module and all inside with every name that they have. */
  #everyModule(path: string): [string, Module][] {
    const inside = this.ownModules().flatMap(([name, child]) => child.#everyModule(joined(path, name)))
    return [[path, this], ...inside]
  }

  /** Parameters and persistent buffers with every name that they have. */
  #stateEntries(): [string, Tensor][] {
    return this.#everyModule('').flatMap(([path, module]) =>
      [...module.#own<Tensor>(isParameter), ...module.#own<Tensor>((kind) => kind === 'buffer')].map(
        ({ name, part }): [string, Tensor] => [joined(path, name), part],
      ),
    )
  }
}

/** What a module is as a function: its `forward`. */
export interface Module {
  // biome-ignore lint/style/useShorthandFunctionType: only an interface merges with a class, and may speak of `this`.
  (...inputs: Parameters<this['forward']>): ReturnType<this['forward']>
}

interface Owned<T> {
  readonly property: string
  readonly name: string
  readonly part: T
}

type IsKind = (kind: PartKind) => boolean

const isParameter: IsKind = (kind) => kind === 'parameter'
const isModule: IsKind = (kind) => kind === 'module'

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

/** Every value once, under the first of its names. */
function firstNames<T>(entries: readonly (readonly [string, T])[]): [string, T][] {
  const names = new Map<T, string>()
  for (const [name, value] of entries) if (!names.has(value)) names.set(value, name)
  return [...names].map(([value, name]) => [name, value])
}

const copyOf = (parameter: Parameter): Parameter =>
  new Parameter(parameter.detach().clone(), { requiresGrad: parameter.requiresGrad })
