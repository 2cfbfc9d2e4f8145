import type { Options } from 'tsup'
import ts from 'typescript'

type Plugin = NonNullable<Options['plugins']>[number]

interface Insertion {
  readonly at: number
  readonly text: string
}

const PURE = '/* @__PURE__ */ '

/**
 * Lets bundlers drop the declarations of a package that a program does not use. A package whose sources have no side
 * effects has none in its one bundled module either, but a bundler cannot see that of `const op = define(...)` nor of
 * `const parts = { ...others }`: the comment tells it.
 */
export function pureDeclarations(): Plugin {
  return {
    name: 'pure-declarations',
    renderChunk(code, { path }) {
      return path.endsWith('.js') ? { code: markDeclarations(pureNamespaces(code)) } : undefined
    },
  }
}

/**
 * Puts the comment in front of every call that the module's declarations make when it is loaded. It speaks of calls only:
 * what else could have effects, such as `{ ...parts }` or a class that completes itself, becomes a call, which minifiers undo.
 */
function markDeclarations(code: string): string {
  const insertions: Insertion[] = []
  const calls = new Set<number>()
  const source = ts.createSourceFile('module.js', code, ts.ScriptTarget.ES2022)
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) statement.declarationList.declarations.forEach(mark)
  }
  return insert(code, [...insertions, ...[...calls].map((at) => ({ at, text: PURE }))])

  function mark({ initializer }: ts.VariableDeclaration): void {
    if (initializer === undefined) return
    if (hasDoubtfulParts(initializer) || doesSomethingStatic(initializer)) {
      insertions.push({ at: initializer.getStart(source), text: `${PURE}(() => (` })
      insertions.push({ at: initializer.getEnd(), text: '))()' })
    }
    markCalls(initializer)
  }

  function markCalls(node: ts.Node): void {
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return
    // A set: in `a().b()` two calls start at one place.
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) calls.add(node.getStart(source))
    ts.forEachChild(node, markCalls)
  }
}

/**
 * Whether a bundler would take an operator, a spread or the reading of a property for something with effects: operands may be
 * objects, and properties getters. Of a call that is known to have none it still asks whether its arguments have.
 */
function hasDoubtfulParts(node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false
  if (ts.isBinaryExpression(node) || ts.isSpreadAssignment(node) || ts.isSpreadElement(node)) return true
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return true
  return ts.forEachChild(node, (child) => hasDoubtfulParts(child) || undefined) ?? false
}

/** A class whose static blocks and fields change nothing but the class. */
function doesSomethingStatic(node: ts.Node): boolean {
  const isStatic = (member: ts.ClassElement): boolean =>
    ts.isClassStaticBlockDeclaration(member) ||
    (ts.isPropertyDeclaration(member) &&
      (member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ?? false))
  return ts.isClassExpression(node) && node.members.some(isStatic)
}

/** `export * as name` comes out as a statement that fills an object, which no bundler drops; as a declaration it does. */
function pureNamespaces(code: string): string {
  return code
    .replace(/^var __export = \(target, all\w*\) => \{\n(.*\n.*\n)\};$/m, (helper) =>
      helper.replace(/\};$/, '  return target;\n};'),
    )
    .replace(/^var (\w+) = \{\};\n__export\(\1, /gm, 'var $1 =\n__export({}, ')
}

/** Insertions at one place keep their order. */
function insert(text: string, insertions: readonly Insertion[]): string {
  const sorted = [...insertions].sort((a, b) => a.at - b.at)
  const starts = [0, ...sorted.map(({ at }) => at)]
  const ends = [...sorted.map(({ at }) => at), text.length]
  return starts.map((start, i) => text.slice(start, ends[i]) + (sorted[i]?.text ?? '')).join('')
}
