import type { CallExpression, Expression, Operator } from './expression'
import { type Token, tokenize } from './tokenize'

/**
 * Reads a Python expression: numbers, texts, names, lists and tuples, arithmetic, attributes, indices, calls with
 * positional and named arguments, and functions of one parameter.
 *
 * @throws SyntaxError where it is none.
 */
export function parse(source: string): Expression {
  const parser = new Parser(source)
  const expression = parser.expression()
  parser.expectEnd()
  return expression
}

/** A method for each level of precedence, the loosest first. */
class Parser {
  private readonly source: string
  private readonly tokens: readonly Token[]
  private at = 0

  constructor(source: string) {
    this.source = source
    this.tokens = tokenize(source)
  }

  expression(): Expression {
    if (!this.skip('lambda')) return this.sum()
    const parameter = this.name()
    this.expect(':')
    return { kind: 'lambda', parameter, body: this.expression() }
  }

  expectEnd(): void {
    if (this.at < this.tokens.length) throw this.unexpected()
  }

  private sum(): Expression {
    return this.leftToRight(['+', '-'], () => this.product())
  }

  private product(): Expression {
    return this.leftToRight(['*', '/'], () => this.sign())
  }

  private leftToRight(operators: readonly Operator[], operand: () => Expression): Expression {
    let left = operand()
    for (;;) {
      const operator = operators.find((sign) => this.skip(sign))
      if (operator === undefined) return left
      left = { kind: 'binary', operator, left, right: operand() }
    }
  }

  private sign(): Expression {
    return this.skip('-') ? { kind: 'negative', of: this.sign() } : this.power()
  }

  private power(): Expression {
    const left = this.postfix()
    return this.skip('**') ? { kind: 'binary', operator: '**', left, right: this.sign() } : left
  }

  private postfix(): Expression {
    let value = this.atom()
    for (;;) {
      if (this.skip('.')) value = { kind: 'attribute', of: value, name: this.name() }
      else if (this.skip('(')) value = this.call(value)
      else if (this.skip('[')) {
        value = { kind: 'index', of: value, index: this.expression() }
        this.expect(']')
      } else return value
    }
  }

  private call(callee: Expression): CallExpression {
    const args: Expression[] = []
    const keywords: [string, Expression][] = []
    this.commaSeparated(')', () => {
      if (this.tokens[this.at]?.kind === 'name' && this.tokens[this.at + 1]?.text === '=') {
        const name = this.name()
        this.expect('=')
        keywords.push([name, this.expression()])
      } else args.push(this.expression())
    })
    return { kind: 'call', callee, args, keywords }
  }

  private atom(): Expression {
    const token = this.tokens[this.at]
    if (token?.kind === 'number') {
      this.at++
      return { kind: 'number', value: Number(token.text), isFloat: /[.e]/.test(token.text) }
    }
    if (token?.kind === 'text') {
      this.at++
      return { kind: 'text', value: token.text.slice(1, -1) }
    }
    if (token?.kind === 'name') return { kind: 'name', name: this.name() }
    if (this.skip('[')) return { kind: 'list', items: this.items(']').items }
    this.expect('(')
    const { items, commas } = this.items(')')
    // Parentheses around one value only group it.
    return items.length === 1 && commas === 0 ? (items[0] as Expression) : { kind: 'list', items }
  }

  private items(end: string): { items: Expression[]; commas: number } {
    const items: Expression[] = []
    const commas = this.commaSeparated(end, () => items.push(this.expression()))
    return { items, commas }
  }

  /** Reads up to and including `end`; gives the number of commas. */
  private commaSeparated(end: string, read: () => void): number {
    let commas = 0
    while (!this.skip(end)) {
      read()
      if (this.skip(',')) commas++
      else if (this.tokens[this.at]?.text !== end) throw this.unexpected()
    }
    return commas
  }

  private name(): string {
    const token = this.tokens[this.at]
    if (token?.kind !== 'name') throw this.unexpected()
    this.at++
    return token.text
  }

  private skip(text: string): boolean {
    const token = this.tokens[this.at]
    if (token === undefined || token.kind === 'text' || token.text !== text) return false
    this.at++
    return true
  }

  private expect(text: string): void {
    if (!this.skip(text)) throw this.unexpected()
  }

  private unexpected(): SyntaxError {
    return new SyntaxError(`unexpected '${this.tokens[this.at]?.text ?? 'end'}' in '${this.source}'`)
  }
}
