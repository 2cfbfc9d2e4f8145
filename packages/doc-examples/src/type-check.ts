import ts from 'typescript'
import type { Example } from './find-examples'

// What a user has who asks for strict types; sources of this repository stand in for the installed packages.
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  customConditions: ['@nn/source'],
  resolveJsonModule: true,
}

/**
 * Checks the types of examples, in which every name that these modules export is known.
 *
 * @returns for each example what is wrong with it
 */
export function typeErrors(modules: readonly string[], examples: readonly Example[]): string[][] {
  const exported = exportedNames(modules)
  const texts = examples.map(({ code }) => asModule(code, exported))
  const files = texts.map((_, i) => fileOf(i))
  const program = ts.createProgram(files, options, hostWith(files, texts))
  return files.map((file) => {
    const found = ts.getPreEmitDiagnostics(program, program.getSourceFile(file))
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
  })
}

/** A file beside this one, where the packages can be imported from. */
const fileOf = (number: number): string => new URL(`example-${number}.ts`, import.meta.url).pathname

/** The names that modules export, with the module of each. */
function exportedNames(modules: readonly string[]): ReadonlyMap<string, string> {
  const file = fileOf(0)
  const text = modules.map((module) => `import '${module}'\n`).join('')
  const program = ts.createProgram([file], options, hostWith([file], [text]))
  const checker = program.getTypeChecker()
  const names = new Map<string, string>()
  for (const statement of program.getSourceFile(file)?.statements ?? []) {
    const { moduleSpecifier } = statement as ts.ImportDeclaration
    const module = checker.getSymbolAtLocation(moduleSpecifier) as ts.Symbol
    const from = (moduleSpecifier as ts.StringLiteral).text
    for (const { name } of checker.getExportsOfModule(module)) names.set(name, from)
  }
  // A function of @nn/tensor, and no name for a variable.
  names.delete('var')
  return names
}

/** The example in a block of its own, behind its imports and those that go without saying. */
function asModule(code: string, exported: ReadonlyMap<string, string>): string {
  const own = code.match(/^import .*$/gm)?.join('\n') ?? ''
  const rest = code.replaceAll(/^import .*$/gm, '')
  const implied = [...new Set(wordsOf(rest))].filter((word) => exported.has(word) && !wordsOf(own).includes(word))
  const imports = implied.map((word) => `import { ${word} } from '${exported.get(word)}'\n`)
  return `${own}\n${imports.join('')}export {}\n{\n${rest}\n}\n`
}

const wordsOf = (code: string): string[] => code.match(/[A-Za-z_$][\w$]*/g) ?? []

/** The usual file system with some more files in it. */
function hostWith(files: readonly string[], texts: readonly string[]): ts.CompilerHost {
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  const textOf = (file: string): string | undefined => texts[files.indexOf(file)]
  return {
    ...host,
    fileExists: (file) => textOf(file) !== undefined || fileExists(file),
    readFile: (file) => textOf(file) ?? readFile(file),
    getSourceFile(file, ...rest) {
      const text = textOf(file)
      return text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, options.target ?? 99)
    },
  }
}
