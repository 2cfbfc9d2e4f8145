import { show, Tensor } from '@nn/tensor'
import { Parameter } from './parameter'

/** What a property is to its module. A transient buffer is in no state dict. */
export type PartKind = 'parameter' | 'module' | 'buffer' | 'transient buffer'

/** A property that holds a parameter, a module or a buffer, or null in its place. */
export interface Part {
  readonly kind: PartKind
  readonly value: Tensor | Callable | null | undefined
  /** What the property is called in state dicts, once somebody asked. */
  name?: string
}

const PARTS: unique symbol = Symbol('parts')

/** Behind every module stands a function, which calls its `forward`. */
interface Target {
  (...inputs: unknown[]): unknown
  [PARTS]: Map<string, Part>
  checkAssigned(property: string): void
}

/**
 * The base of `Module`, which makes a module a function that watches its properties.
 *
 * `new` gives a function, so that `layer(x)` works, which calls `forward`, with the prototype of the class and nothing of
 * what functions have: a module may have a `name` or a `length` of its own. Around it goes a proxy whose only work is to see
 * what is assigned: that is how parameters and modules are registered, and how a tensor assigned in place of a parameter is
 * refused, there and then, as PyTorch's `Module.__setattr__` does. Reading a property through it takes some 50 ns.
 */
export abstract class Callable {
  constructor() {
    const target = ((...inputs: unknown[]) => module.forward(...inputs)) as Partial<Target> & Target
    Reflect.deleteProperty(target, 'length')
    Reflect.deleteProperty(target, 'name')
    target[PARTS] = new Map()
    Object.setPrototypeOf(target, new.target.prototype)
    const module = new Proxy(target, watching) as unknown as { forward(...inputs: unknown[]): unknown }
    // biome-ignore lint/correctness/noConstructorReturn: the fields of subclasses go to what is returned.
    return module as unknown as this
  }

  /** Refuses the name of a property to which a parameter or a module is assigned for the first time. */
  protected checkAssigned(_property: string): void {}
}

/** The properties that are parts of a module, in the order in which they became so. */
export function partsOf(module: Callable): Map<string, Part> {
  return (module as unknown as Target)[PARTS]
}

/** Inherits nothing, which finds sooner that there are no other traps. */
const watching: ProxyHandler<Target> = Object.assign(Object.create(null), {
  // Assignments and the fields of classes both end here.
  defineProperty(target: Target, property: string | symbol, descriptor: PropertyDescriptor): boolean {
    if (typeof property === 'string' && 'value' in descriptor) {
      // A subclass that declares a field anew defines it as undefined, before its constructor assigns to it.
      noteValue(target, property, descriptor.value, 'writable' in descriptor)
    }
    return Reflect.defineProperty(target, property, descriptor)
  },
  deleteProperty(target: Target, property: string | symbol): boolean {
    target[PARTS].delete(property as string)
    return Reflect.deleteProperty(target, property)
  },
})

/** What PyTorch's `Module.__setattr__` does: a value may make a property a part, and a part takes only what it can be. */
function noteValue(target: Target, property: string, value: unknown, isField: boolean): void {
  const parts = target[PARTS]
  const part = parts.get(property)
  const given = value instanceof Parameter ? 'parameter' : value instanceof Callable ? 'module' : undefined
  if (given === undefined || (given === 'module' && part?.kind === 'parameter')) {
    if (part === undefined) return
    const isNothing = value === null || (value === undefined && isField)
    if (!isNothing && !(isBuffer(part.kind) && value instanceof Tensor)) throw refused(target, part, property, value)
    parts.set(property, { ...part, value: value as Tensor | null | undefined })
  } else if (part?.kind === given) {
    parts.set(property, { ...part, value: value as Parameter | Callable })
  } else {
    if (part === undefined) target.checkAssigned(property)
    // It becomes the last of its kind.
    parts.delete(property)
    parts.set(property, { kind: given, value: value as Parameter | Callable })
  }
}

export function isBuffer(kind: PartKind): boolean {
  return kind === 'buffer' || kind === 'transient buffer'
}

function refused(target: Target, { kind }: Part, property: string, value: unknown): TypeError {
  const hints = {
    parameter:
      value instanceof Tensor
        ? `wrap it in new Parameter(…), or change the values in place, as noGrad(() => layer.${property}.copy_(…))`
        : 'it takes a Parameter or null',
    module: 'it takes a module or null',
    buffer: 'it takes a tensor or null',
  }
  const hint = hints[isBuffer(kind) ? 'buffer' : (kind as 'parameter' | 'module')]
  return new TypeError(`${target.constructor.name}: cannot assign ${show(value)} as the ${kind} '${property}'; ${hint}`)
}
