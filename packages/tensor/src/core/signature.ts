import type { Kind } from './kinds'
import { show } from './show'

/** Arguments by name, with their kinds, in PyTorch's order. */
type Kinds = Readonly<Record<string, Kind<unknown>>>

type NoKinds = Record<never, never>

type KindOf<K> = K extends Kind<infer T> ? T : never

type Read<K extends Kinds> = {
  [Name in keyof K as K[Name] extends { readonly required: true } ? never : Name]?: KindOf<K[Name]>
} & { [Name in keyof K as K[Name] extends { readonly required: true } ? Name : never]: KindOf<K[Name]> }

/** All options may be left out where none of them must be given. */
type OptionsObject<Options> = Partial<Options> extends Options ? [options?: Options] : [options: Options]

/**
 * What may follow the first arguments of a function: options by position, in PyTorch's order, as far as one likes, and then
 * an object of others by name.
 *
 * @typeParam Names those that may be given by position, in order
 * @example
 * function sumOver(x: Tensor, ...args: Args<{ dim?: number; keepdim?: boolean }, ['dim', 'keepdim']>): Tensor {
 *   return x.sum(...args)
 * }
 * const x = ones([2, 3])
 * sumOver(x, 1).shape // [2]
 * sumOver(x, 1, true).shape // [2, 1]
 * sumOver(x, 1, { keepdim: true }).shape // [2, 1]
 * sumOver(x, { dim: 1 }).shape // [2]
 */
export type Args<Options, Names extends readonly (keyof Options)[] = []> =
  | OptionsObject<Options>
  | (Names extends readonly [infer First extends keyof Options, ...infer More]
      ? [
          value: Options[First],
          ...args: More extends readonly Exclude<keyof Options, First>[]
            ? Args<Omit<Options, First>, More>
            : OptionsObject<Omit<Options, First>>,
        ]
      : never)

/**
 * Checks a call and gives its options by name. What was left out, or undefined, is not there.
 *
 * @param first the values of the arguments that must come first
 * @param args what followed
 * @param op what errors call the function, where several share a signature
 * @throws TypeError for an argument or an option that the function does not take, one that is missing, one given twice, and
 *   one of another kind.
 */
export type Signature<Options> = (first: readonly unknown[], args: readonly unknown[], op?: string) => Options

/**
 * What a function takes, in PyTorch's order. JavaScript drops an argument that nobody takes and an option that nobody reads;
 * a function that reads its arguments by a signature refuses them instead, and values of another kind, and tells what to
 * write.
 *
 * @param op the function, as errors name it
 * @param first the arguments that must come first, by position
 * @param byPosition the options that may follow by position, or by name in an object at the end
 * @param byName the options that can be given by name only
 * @example
 * const takes = signature('scaled', { input: kinds.tensor }, { factor: kinds.number }, { inplace: kinds.boolean })
 * function scaled(input: Tensor, ...args: Args<{ factor?: number; inplace?: boolean }, ['factor']>): Tensor {
 *   const { factor = 2, inplace = false } = takes([input], args)
 *   return inplace ? input.mul_(factor) : input.mul(factor)
 * }
 * scaled(tensor([1, 2]), 3) // tensor([3, 6])
 * scaled(tensor([1, 2]), { factor: 3 }) // tensor([3, 6])
 */
export function signature<ByPosition extends Kinds = NoKinds, ByName extends Kinds = NoKinds>(
  op: string,
  first: Kinds,
  byPosition?: ByPosition,
  byName?: ByName,
): Signature<Read<ByPosition> & Read<ByName>> {
  const parameters = new Parameters(first, byPosition ?? {}, byName ?? {})
  return (values, args, name = op) => parameters.read(values, args, name) as Read<ByPosition> & Read<ByName>
}

const NONE = Object.freeze({})

class Parameters {
  readonly #firstNames: readonly string[]
  readonly #firstKinds: readonly Kind<unknown>[]
  /** Names of the options that may be given by position. */
  readonly #positions: readonly string[]
  readonly #kinds: ReadonlyMap<string, Kind<unknown>>
  readonly #required: readonly string[]

  constructor(first: Kinds, byPosition: Kinds, byName: Kinds) {
    this.#firstNames = Object.keys(first)
    this.#firstKinds = Object.values(first)
    this.#positions = Object.keys(byPosition)
    // A map inherits nothing: an option called 'constructor' is unknown.
    this.#kinds = new Map([...Object.entries(byPosition), ...Object.entries(byName)])
    this.#required = [...this.#kinds].filter(([, kind]) => kind.required === true).map(([name]) => name)
  }

  read(first: readonly unknown[], args: readonly unknown[], op: string): object {
    for (let i = 0; i < first.length; i++) {
      const kind = this.#firstKinds[i] as Kind<unknown>
      if (!kind.accepts(first[i])) throw this.#wrongKind(op, this.#firstNames[i] as string, kind, first[i])
    }
    const options = args.length === 0 ? NONE : this.#options(args, op)
    for (const name of this.#required) if (!Object.hasOwn(options, name)) throw this.#missing(op, name)
    return options
  }

  #options(args: readonly unknown[], op: string): object {
    // Undefined at the end is nothing given, as in `draw(x, options)` where a caller may have no options.
    let length = args.length
    while (length > 0 && args[length - 1] === undefined) length--
    const last = args[length - 1]
    const named = isPlainObject(last) ? last : null
    const count = named === null ? length : length - 1
    if (count > this.#positions.length) throw this.#tooMany(op, args[this.#positions.length], count)
    if (count === 0 && named !== null && this.#isReady(named, op)) return named
    const options: Record<string, unknown> = {}
    for (let i = 0; i < count; i++) {
      const name = this.#positions[i] as string
      this.#check(name, args[i], op)
      if (args[i] !== undefined) options[name] = args[i]
    }
    for (const name in named) {
      this.#check(name, named[name], op)
      if (options[name] !== undefined) throw new TypeError(`${op}: ${name} is given twice, by position and by name`)
      if (named[name] !== undefined) options[name] = named[name]
    }
    return options
  }

  /** Whether an object can be used as it is. */
  #isReady(named: Readonly<Record<string, unknown>>, op: string): boolean {
    for (const name in named) {
      if (named[name] === undefined) return false
      this.#check(name, named[name], op)
    }
    return true
  }

  #check(name: string, value: unknown, op: string): void {
    const kind = this.#kinds.get(name)
    if (kind === undefined) throw this.#unknown(op, name)
    if (value !== undefined && !kind.accepts(value)) throw this.#wrongKind(op, name, kind, value)
  }

  #wrongKind(op: string, name: string, kind: Kind<unknown>, value: unknown): TypeError {
    if (value === undefined) return this.#missing(op, name)
    return new TypeError(`${op}: ${name} must be ${kind.name}, got ${show(value)}`)
  }

  #missing(op: string, name: string): TypeError {
    return new TypeError(`${op}: ${name} is missing; ${this.#usage()}`)
  }

  #unknown(op: string, name: string): TypeError {
    const spelling = [...this.#kinds.keys()].find((option) => plain(option) === plain(name))
    return new TypeError(`${op}: there is no option '${name}'; ${spelling ? `write ${spelling}` : this.#usage()}`)
  }

  /** @param value the first argument that is too many */
  #tooMany(op: string, value: unknown, count: number): TypeError {
    const name = [...this.#kinds.keys()].find(
      (option) => !this.#positions.includes(option) && this.#kinds.get(option)?.accepts(value) === true,
    )
    const hint = name === undefined ? this.#usage() : `write { ${name}: ${show(value)} }`
    const most = this.#firstNames.length + this.#positions.length
    const got = this.#firstNames.length + count
    return new TypeError(
      `${op}: takes ${most} argument${most === 1 ? '' : 's'} by position, got ${got}, beginning with ${show(value)} too many; ${hint}`,
    )
  }

  /** As in `it takes (input, dim, keepdim, { dtype })`. */
  #usage(): string {
    const byName = [...this.#kinds.keys()].filter((name) => !this.#positions.includes(name))
    const options = byName.length === 0 ? [] : [`{ ${byName.join(', ')} }`]
    return `it takes (${[...this.#firstNames, ...this.#positions, ...options].join(', ')})`
  }
}

/** A name without what spellings differ in: `weight_decay` and `weightdecay` are `weightDecay`. */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase()

/** Anything else at the place of the options object is an argument by position. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Objects of another realm (a frame, a vm context) have an Object.prototype of their own, which inherits from nothing.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
