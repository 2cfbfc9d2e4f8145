import { type DType, Tensor } from '@nn/tensor'
import { type Value, WholeFloat, withoutFloats } from './decode'

/**
 * The arguments of a call as PyTorch had them, by position and name. Each getter asks for the kind that our function
 * takes; anything else is refused, as the type checker would.
 */
export class Call {
  private readonly op: string
  private readonly args: readonly Value[]
  private readonly kwargs: Readonly<Record<string, Value>>

  constructor(op: string, args: readonly Value[], kwargs: Readonly<Record<string, Value>>) {
    this.op = op
    this.args = args
    this.kwargs = kwargs
  }

  /** Number of positional arguments. */
  get length(): number {
    return this.args.length
  }

  /** The argument as it is; undefined where it was not given. */
  value(index: number, name = ''): Value | undefined {
    const value = this.given(index, name)
    return value === undefined ? undefined : withoutFloats(value)
  }

  private given(index: number, name: string): Value | undefined {
    return this.args[index] ?? this.kwargs[name] ?? (index in this.args || name in this.kwargs ? null : undefined)
  }

  has(index: number, name = ''): boolean {
    return index in this.args || name in this.kwargs
  }

  tensor(index: number, name = ''): Tensor {
    const value = this.value(index, name)
    if (!(value instanceof Tensor))
      throw new TypeError(`${this.op}: ${name || `argument ${index}`} must be a tensor, got ${String(value)}`)
    return value
  }

  /** A tensor, or null where none was given. */
  tensorOrNull(index: number, name = ''): Tensor | null {
    const value = this.value(index, name)
    return value === undefined || value === null ? null : this.tensor(index, name)
  }

  /** A tensor or a plain number. */
  operand(index: number, name = ''): Tensor | number | boolean {
    const value = this.value(index, name)
    if (value instanceof Tensor || typeof value === 'number' || typeof value === 'boolean') return value
    throw new TypeError(`${this.op}: ${name || `argument ${index}`} must be a tensor or a number, got ${String(value)}`)
  }

  number(index: number, name: string, otherwise?: number): number {
    const value = this.value(index, name)
    if (typeof value === 'number') return value
    if (typeof value === 'boolean') return Number(value)
    if ((value === undefined || value === null) && otherwise !== undefined) return otherwise
    throw new TypeError(`${this.op}: ${name} must be a number, got ${String(value)}`)
  }

  /** A number that Python has as an integer. */
  integer(index: number, name: string): number {
    const value = this.given(index, name)
    if (value instanceof WholeFloat) throw new TypeError(`${this.op}: ${name} must be an integer, got ${value.value}.0`)
    return this.number(index, name)
  }

  flag(index: number, name: string, otherwise = false): boolean {
    const value = this.value(index, name)
    if (value === undefined || value === null) return otherwise
    if (typeof value === 'boolean') return value
    throw new TypeError(`${this.op}: ${name} must be true or false, got ${String(value)}`)
  }

  text<T extends string>(index: number, name: string, otherwise: T): T {
    const value = this.value(index, name)
    return typeof value === 'string' ? (value as T) : otherwise
  }

  dtype(index: number, name = 'dtype'): DType | undefined {
    const value = this.value(index, name)
    return typeof value === 'string' ? (value as DType) : undefined
  }

  /** Integers given as one list, or one by one from `index` on. */
  sizes(index: number, name = ''): number[] {
    const value = this.value(index, name)
    if (Array.isArray(value)) return [...(value as readonly number[])]
    return this.args.slice(index) as number[]
  }

  /** One dimension, several, or none. */
  dims(index: number, name = 'dim'): number | readonly number[] | null {
    const value = this.value(index, name)
    return (value ?? null) as number | readonly number[] | null
  }

  tensors(index: number, name = ''): Tensor[] {
    const value = this.value(index, name)
    if (Array.isArray(value)) return value.map((part) => asTensor(this.op, part))
    return this.args.slice(index).map((part) => asTensor(this.op, part))
  }

  /** Options of our functions: the named arguments that were given, under our names. */
  options<T extends object>(names: Readonly<Record<string, readonly [name: string, index: number]>>): T {
    const given = Object.entries(names).flatMap(([ours, [theirs, index]]) => {
      const value = this.value(index, theirs)
      return value === undefined || value === null ? [] : [[ours, value] as const]
    })
    return Object.fromEntries(given) as T
  }
}

function asTensor(op: string, value: Value | undefined): Tensor {
  if (!(value instanceof Tensor)) throw new TypeError(`${op}: expected a tensor, got ${String(value)}`)
  return value
}
