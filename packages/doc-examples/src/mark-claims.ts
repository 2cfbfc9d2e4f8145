import ts from 'typescript'

/** The functions that a marked example calls. */
export const markers = { shows: 'shows', refuses: 'refuses' } as const

/**
 * Turns what an example says of itself into calls. `f(x) // 7` becomes `shows(f(x), "7")`, `const y = f(x) // 7` becomes
 * `const y = shows(f(x), "7")`, and `f(x) // RangeError: ...` becomes `await refuses(async () => f(x), "RangeError: ...")`.
 */
export function markClaims(code: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true)
  let marked = code
  // From the last to the first, so that a change leaves the places of those before it as they are.
  for (const { expression, text } of claimsOf(file).reverse()) {
    const claim = JSON.stringify(text)
    const source = code.slice(expression.getStart(), expression.end)
    const call = /^[A-Z]\w*Error: /.test(text)
      ? `await ${markers.refuses}(async () => ${source}, ${claim})`
      : `${markers.shows}(${source}, ${claim})`
    marked = marked.slice(0, expression.getStart()) + call + marked.slice(expression.end)
  }
  return marked
}

interface Claim {
  readonly expression: ts.Expression
  readonly text: string
}

function claimsOf(file: ts.SourceFile): Claim[] {
  const claims: Claim[] = []
  const visit = (node: ts.Node): void => {
    const expression = shownBy(node)
    const comment = expression === undefined ? undefined : ts.getTrailingCommentRanges(file.text, node.end)?.[0]
    if (expression !== undefined && comment !== undefined) {
      claims.push({ expression, text: file.text.slice(comment.pos + 2, comment.end).trim() })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return claims
}

/** What a comment behind the statement speaks of: an expression's value, or the one that a variable gets. */
function shownBy(statement: ts.Node): ts.Expression | undefined {
  if (ts.isExpressionStatement(statement)) return statement.expression
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.initializer
  return undefined
}
