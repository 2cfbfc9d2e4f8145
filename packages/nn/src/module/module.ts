import { clearGrad } from '@nn/autograd'
import { type DType, DTypeError, isFloatingPoint, keep, type RemovableHandle, Tensor } from '@nn/tensor'
import type { BackwardHook, BackwardPreHook } from './backward-hooks'
import { describe } from './describe'
import { type ForwardHook, type ForwardPreHook, ModuleHooks } from './module-hooks'
import { Parameter } from './parameter'
import { copyState, type IncompatibleKeys, type StateDict } from './state-dict'
import { stateName } from './state-name'

export interface RecurseOptions {
  /** Whether those of the modules inside belong to it. Default true. */
  recurse?: boolean
}

/**
 * The base of all layers, losses and networks. A subclass assigns its parameters and its modules to properties, in
 * field initialisers or in the constructor, and defines `forward`; nothing needs to be registered.
 *
 * A module knows its own by looking: a property that holds a `Parameter` is a parameter, one that holds a `Module` is a
 * child, in the order of assignment. So a layer may be replaced, or one assigned to two properties, at any time. Private
 * `#fields` cannot be seen from outside of their class; use TypeScript's `private` for what holds parameters.
 *
 * In `stateDict`, `namedParameters` and in print, properties go by PyTorch's spelling: `runningMean` is `running_mean`.
 *
 * @example
 * class Net extends Module {
 *   fc1 = new Linear(784, 128)
 *   fc2 = new Linear(128, 10)
 *   forward(x: Tensor): Tensor {
 *     return this.fc2.forward(this.fc1.forward(x).relu())
 *   }
 * }
 * new Net().namedParameters().map(([name]) => name) // ['fc1.weight', 'fc1.bias', 'fc2.weight', 'fc2.bias']
 * @see torch.nn.Module
 */
export abstract class Module {
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
  /** The properties that hold buffers, and of each whether `stateDict` has it. */
  readonly #persistence = new Map<string, boolean>()
  #hooks: ModuleHooks | null = null

  /** Computes the module's output. Subclasses say what of. */
  abstract forward(...inputs: never[]): unknown

  // ---- what belongs to it -----------------------------------------------------------------------------------------

  /** All parameters, each once, also where modules share it. */
  parameters(options: RecurseOptions = {}): Parameter[] {
    return this.namedParameters(options).map(([, parameter]) => parameter)
  }

  /** All parameters with their names, as `'fc1.weight'`; a shared one under its first name. */
  namedParameters({ recurse = true }: RecurseOptions = {}): [string, Parameter][] {
    return this.#distinct(recurse, (module) => module.#ownParameters())
  }

  /** All buffers, each once. */
  buffers(options: RecurseOptions = {}): Tensor[] {
    return this.namedBuffers(options).map(([, buffer]) => buffer)
  }

  /** All buffers with their names; a shared one under its first name. */
  namedBuffers({ recurse = true }: RecurseOptions = {}): [string, Tensor][] {
    return this.#distinct(recurse, (module) => module.#ownBuffers())
  }

  /** The modules directly inside, each once. */
  children(): Module[] {
    return this.namedChildren().map(([, child]) => child)
  }

  /** The modules directly inside with their names; a shared one under its first name. */
  namedChildren(): [string, Module][] {
    return firstNames(this.ownModules())
  }

  /** This module and all inside of it, to any depth, each once. */
  modules(): Module[] {
    return this.namedModules().map(([, module]) => module)
  }

  /** This module (named `''`) and all inside of it with their names, as `'encoder.0'`. */
  namedModules(): [string, Module][] {
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
  getSubmodule(name: string): Module {
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
  getParameter(name: string): Parameter {
    return this.#part('getParameter', name, (module) => module.#ownParameters())
  }

  /**
   * The buffer of that name, to any depth.
   *
   * @throws RangeError where there is none.
   * @example
   * new Sequential({ norm: new BatchNorm1d(2) }).getBuffer('norm.running_mean') // tensor([0., 0.])
   * @see torch.nn.Module.get_buffer
   */
  getBuffer(name: string): Tensor {
    return this.#part('getBuffer', name, (module) => module.#ownBuffers())
  }

  #part<T>(op: string, name: string, list: (module: Module) => [string, T][]): T {
    const cut = name.lastIndexOf('.')
    const module = this.getSubmodule(name.slice(0, Math.max(cut, 0)))
    const parts = list(module)
    const found = parts.find(([own]) => own === name.slice(cut + 1))
    if (found !== undefined) return found[1]
    const names = parts.map(([own]) => own).join(', ')
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
   * @throws RangeError where the property exists and holds something else.
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
  registerBuffer<T extends Tensor | null>(
    name: string,
    tensor: T,
    { persistent = true }: { persistent?: boolean } = {},
  ): T {
    this.#register(name, tensor)
    this.#persistence.set(name, persistent)
    if (tensor !== null) keep(tensor)
    return tensor
  }

  /**
   * Assigns a parameter to the property of that name, for names that are computed.
   *
   * @returns the parameter
   * @throws RangeError where the property exists and holds something else.
   */
  registerParameter<T extends Parameter | null>(name: string, parameter: T): T {
    this.#register(name, parameter)
    return parameter
  }

  /**
   * Assigns a module to the property of that name, for names that are computed.
   *
   * @returns the module
   * @throws RangeError where the property exists and holds something else.
   */
  registerModule<T extends Module | null>(name: string, module: T): T {
    this.#register(name, module)
    return module
  }

  #register(name: string, value: Tensor | Module | null): void {
    if (name === '' || name.includes('.')) {
      throw new RangeError(`${this.getName()}: '${name}' is no name for a part of it; it must be a word without dots`)
    }
    const present: unknown = Reflect.get(this, name)
    if (present !== undefined && present !== null && present !== value) {
      throw new RangeError(`${this.getName()}: it has something else under the name '${name}'`)
    }
    Reflect.set(this, name, value)
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
  stateDict(): StateDict {
    return Object.fromEntries(this.#stateEntries('').map(([name, x]) => [name, x.detach()]))
  }

  /**
   * Copies values into the parameters and buffers of those names, converting their dtype. Where something does not fit,
   * nothing is changed.
   *
   * @param options `strict`: refuse names that are not on both sides, default true
   * @returns the names that are not on both sides
   * @throws StateDictError naming every missing and unexpected name and every value of another shape.
   * @example
   * const [trained, copy] = [new Linear(2, 1), new Linear(2, 1)]
   * copy.loadStateDict(trained.stateDict()) // { missingKeys: [], unexpectedKeys: [] }
   * copy.weight.equal(trained.weight) // true
   * @see torch.nn.Module.load_state_dict
   */
  loadStateDict(state: StateDict, { strict = true }: { strict?: boolean } = {}): IncompatibleKeys {
    return copyState(this.getName(), new Map(this.#stateEntries('')), state, strict)
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
  clone(): this {
    return this.#copy(new Map())
  }

  /** @param copies what was copied already */
  #copy(copies: Map<unknown, unknown>): this {
    // Without the constructors of its classes, which would draw weights.
    const copy = Reflect.construct(Module, [], this.constructor) as this
    copies.set(this, copy)
    for (const [name, value] of Object.entries(this)) {
      const isPersistent = this.#persistence.get(name)
      if (isPersistent !== undefined) copy.#persistence.set(name, isPersistent)
      if (!copies.has(value)) {
        if (value instanceof Module) value.#copy(copies)
        else if (value instanceof Parameter) copies.set(value, copyOf(value))
        else if (isPersistent !== undefined && value instanceof Tensor) copies.set(value, keep(value.detach().clone()))
      }
      Reflect.set(copy, name, copies.get(value) ?? value)
    }
    return copy
  }

  // ---- changing all of it -----------------------------------------------------------------------------------------

  /** Calls a function with every module inside, innermost first, and then with this one. */
  apply(fn: (module: Module) => void): this {
    for (const child of this.children()) child.apply(fn)
    fn(this)
    return this
  }

  /** Has this module and all inside train, or not. */
  train(mode = true): this {
    for (const module of this.modules()) module.training = mode
    return this
  }

  /** Has this module and all inside compute as in use: `Dropout` lets everything pass. */
  eval(): this {
    return this.train(false)
  }

  /** Says of all parameters whether they get gradients; those of a frozen part need none. */
  requiresGrad_(requiresGrad = true): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(requiresGrad)
    return this
  }

  /** Sets the gradients of all parameters to null. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) clearGrad(parameter)
  }

  /**
   * Converts all floating-point parameters and buffers, in place; their gradients are dropped.
   *
   * @throws DTypeError for a dtype that is not floating point.
   */
  to(dtype: DType): this {
    if (!isFloatingPoint(dtype)) throw new DTypeError(`to: a module's dtype must be floating point, got ${dtype}`)
    for (const parameter of this.parameters()) {
      if (parameter.isFloatingPoint()) parameter.data = parameter.data.to(dtype)
    }
    for (const module of this.modules()) {
      for (const [property, buffer] of module.#bufferProperties()) {
        if (buffer.isFloatingPoint()) Reflect.set(module, property, keep(buffer.to(dtype)))
      }
    }
    return this
  }

  /** Converts all floating-point parameters and buffers to float32, in place; their gradients are dropped. */
  float(): this {
    return this.to('float32')
  }

  /** Converts all floating-point parameters and buffers to float64, in place; their gradients are dropped. */
  double(): this {
    return this.to('float64')
  }

  // ---- hooks ------------------------------------------------------------------------------------------------------

  /** Calls `hook` with the inputs before every `forward`; inputs that it returns take their place. */
  registerForwardPreHook<Inputs extends readonly unknown[] = readonly Tensor[]>(
    hook: ForwardPreHook<Inputs>,
  ): RemovableHandle {
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
  ): RemovableHandle {
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
  registerFullBackwardHook(hook: BackwardHook): RemovableHandle {
    return this.#ensureHooks().backward.after.add(hook)
  }

  /**
   * Calls `hook` with the gradients of the outputs before those of the inputs are computed; gradients that it returns take
   * their place.
   *
   * @see torch.nn.Module.register_full_backward_pre_hook
   */
  registerFullBackwardPreHook(hook: BackwardPreHook): RemovableHandle {
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
  toString(): string {
    const children = this.ownModules().map(([name, child]) => [name, child.toString()] as const)
    return describe(this.getName(), this.extraRepr(), children)
  }

  // ---- looking at its own properties ------------------------------------------------------------------------------

  /** The name that a property's value has in state dicts and in print. */
  protected nameOf(property: string): string {
    return stateName(property)
  }

  /** Entries by property as entries by name. */
  #named<T>(entries: readonly (readonly [string, T])[]): [string, T][] {
    return entries.map(([property, value]) => [this.nameOf(property), value])
  }

  /** The modules directly inside with every name that they have. */
  protected ownModules(): [string, Module][] {
    return this.#named(Object.entries(this).filter(([, value]) => value instanceof Module))
  }

  #ownParameters(): [string, Parameter][] {
    return this.#named(Object.entries(this).filter(([, value]) => value instanceof Parameter))
  }

  #bufferProperties(): [string, Tensor][] {
    return Object.entries(this).filter(([name, value]) => this.#persistence.has(name) && value instanceof Tensor)
  }

  #ownBuffers(): [string, Tensor][] {
    return this.#named(this.#bufferProperties())
  }

  /** What `list` gives of this module and, with `recurse`, of all inside, each once and with its full name. */
  #distinct<T>(recurse: boolean, list: (module: Module) => [string, T][]): [string, T][] {
    const modules: [string, Module][] = recurse ? this.namedModules() : [['', this]]
    return firstNames(modules.flatMap(([path, module]) => withPath(path, list(module))))
  }

  /** Parameters and persistent buffers with every name that they have. */
  #stateEntries(path: string): [string, Tensor][] {
    const buffers = this.#bufferProperties().filter(([property]) => this.#persistence.get(property) === true)
    return [
      ...withPath(path, [...this.#ownParameters(), ...this.#named(buffers)]),
      ...this.ownModules().flatMap(([name, child]) => child.#stateEntries(joined(path, name))),
    ]
  }
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

const withPath = <T>(path: string, entries: readonly (readonly [string, T])[]): [string, T][] =>
  entries.map(([name, value]) => [joined(path, name), value])

/** Every value once, under the first of its names. */
function firstNames<T>(entries: readonly (readonly [string, T])[]): [string, T][] {
  const names = new Map<T, string>()
  for (const [name, value] of entries) if (!names.has(value)) names.set(value, name)
  return [...names].map(([value, name]) => [name, value])
}

const copyOf = (parameter: Parameter): Parameter =>
  new Parameter(parameter.detach().clone(), { requiresGrad: parameter.requiresGrad })
