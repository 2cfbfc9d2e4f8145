import type { Options } from 'tsup'
import ts from 'typescript'

type Plugin = NonNullable<Options['plugins']>[number]

const PURE = '/* @__PURE__ */ '

/**
 * Lets bundlers drop the declarations of a package that a program does not use. A package whose sources have no side
 * effects has none in its one bundled module either, but a bundler cannot see that of `const op = define(...)`: the
 * comment tells it.
 */
export function pureDeclarations(): Plugin {
  return {
    name: 'pure-declarations',
    renderChunk(code, { path }) {
      return path.endsWith('.js') ? { code: markDeclarations(pureNamespaces(code)) } : undefined
    },
  }
}

/** Puts the comment in front of every call that the module's declarations make when it is loaded. */
function markDeclarations(code: string): string {
  const places: number[] = []
  const source = ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022)
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) ts.forEachChild(statement.declarationList, visit)
  }
  return insert(code, PURE, places)

  function visit(node: ts.Node): void {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) places.push(node.getStart(source))
    ts.forEachChild(node, visit)
  }
}

/** `export * as name` comes out as a statement that fills an object, which no bundler drops; as a declaration it does. */
function pureNamespaces(code: string): string {
  return code
    .replace(/^var __export = \(target, all\w*\) => \{\n(.*\n.*\n)\};$/m, (helper) =>
      helper.replace(/\};$/, '  return target;\n};'),
    )
    .replace(/^var (\w+) = \{\};\n__export\(\1, /gm, 'var $1 =\n__export({}, ')
}

function insert(text: string, what: string, places: readonly number[]): string {
  const sorted = [...new Set(places)].sort((a, b) => b - a)
  return sorted.reduce((done, at) => done.slice(0, at) + what + done.slice(at), text)
}
