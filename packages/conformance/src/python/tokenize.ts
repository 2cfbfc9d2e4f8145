export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign'
  readonly text: string
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/y],
  ['text', /"[^"]*"|'[^']*'/y],
  ['name', /[A-Za-z_]\w*/y],
  ['sign', /\*\*|[-+*/()[\],=:.]/y],
]

/**
 * The words and signs of a Python expression.
 *
 * @throws SyntaxError for a sign that is not expected.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    if (source[at] === ' ') {
      at++
      continue
    }
    const token = tokenAt(source, at)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function tokenAt(source: string, at: number): Token {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const text = pattern.exec(source)?.[0]
    if (text !== undefined) return { kind, text }
  }
  throw new SyntaxError(`cannot read '${source.slice(at)}' in '${source}'`)
}
