import { Tensor } from '@nn/tensor'

type Value = Tensor | number | readonly Value[]

/**
 * The value of an expression of method calls, such as `x.matmul(w).add(b).sum()`: names of tensors, numbers, lists and
 * methods of tensors, and nothing else that JavaScript has, so that a page can evaluate what somebody types. Lines before
 * it may give names to values: `h = x.matmul(w)`.
 *
 * @throws SyntaxError with the place, for anything else.
 */
export function evaluateExpression(text: string, variables: Readonly<Record<string, Tensor>>): Tensor {
  const known = { ...variables }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  for (const line of lines.slice(0, -1)) {
    const [, name, value] = /^\s*([A-Za-z_]\w*)\s*=(.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new SyntaxError(`expected a name and = in “${line.trim()}”`)
    known[name] = tensorOf(value, known)
  }
  return tensorOf(lines.at(-1) ?? '', known)
}

function tensorOf(text: string, variables: Readonly<Record<string, Tensor>>): Tensor {
  const value = new Evaluation(text, variables).all()
  if (!(value instanceof Tensor)) throw new SyntaxError(`“${text.trim()}” gives no tensor`)
  return value
}

const token = /\s*(?:(?<number>\d+\.?\d*(?:e[+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<sign>\S))/y

/** Reads an expression from left to right and computes on its way. */
class Evaluation {
  private readonly text: string
  private readonly variables: Readonly<Record<string, Tensor>>
  private place = 0

  constructor(text: string, variables: Readonly<Record<string, Tensor>>) {
    this.text = text.trimEnd()
    this.variables = variables
  }

  all(): Value {
    const value = this.expression()
    if (this.place < this.text.length) this.fail('expected the end')
    return value
  }

  /** A number, list or variable, and the methods that are called on it. */
  private expression(): Value {
    let value = this.operand()
    while (this.take('.')) {
      const place = this.place
      const name = this.name('a method')
      const args = this.list('(', ')')
      if (!(value instanceof Tensor)) return this.fail(`${name}() needs a tensor before the dot`, place)
      const method = methodOf(name) ?? this.fail(`tensors have no method ${name}`, place)
      value = method.apply(value, [...args])
    }
    return value
  }

  private operand(): Value {
    if (this.take('-')) return -this.number()
    const next = this.peek()
    if (next.number !== undefined) return this.number()
    if (next.sign === '[') return this.list('[', ']')
    const { place } = this
    const name = this.name('a tensor or a number')
    const variable = Object.hasOwn(this.variables, name) ? this.variables[name] : undefined
    return variable ?? this.fail(`there is no tensor ${name} but ${Object.keys(this.variables).join(', ')}`, place)
  }

  private list(opening: string, closing: string): readonly Value[] {
    if (!this.take(opening)) this.fail(`expected ${opening}`)
    const values: Value[] = []
    while (!this.take(closing)) {
      if (values.length > 0 && !this.take(',')) this.fail(`expected , or ${closing}`)
      values.push(this.expression())
    }
    return values
  }

  private number(): number {
    const { number, end } = this.peek()
    if (number === undefined) return this.fail('expected a number')
    this.place = end
    return Number(number)
  }

  private name(what: string): string {
    const { name, end } = this.peek()
    if (name === undefined) return this.fail(`expected ${what}`)
    this.place = end
    return name
  }

  private take(sign: string): boolean {
    const next = this.peek()
    if (next.sign === sign) this.place = next.end
    return next.sign === sign
  }

  private peek(): { number?: string; name?: string; sign?: string; end: number } {
    token.lastIndex = this.place
    const groups = token.exec(this.text)?.groups
    return { ...groups, end: token.lastIndex }
  }

  private fail(what: string, place = this.place): never {
    throw new SyntaxError(`${what}, at character ${place + 1}`)
  }
}

type Method = (this: Tensor, ...args: Value[]) => Value

/** A method of tensors by its name; what is no function, such as `shape` or `grad`, is not called. */
function methodOf(name: string): Method | null {
  const method: unknown = Object.getOwnPropertyDescriptor(Tensor.prototype, name)?.value
  return typeof method === 'function' && name !== 'constructor' ? (method as Method) : null
}
