import { formatLog } from '../console/format-log'
import { PROGRAM_FILE } from './error-line'
import { transformProgram } from './transform-program'

/** The modules that programs may import, each loaded when the first program asks for it. */
export type ModuleTable = Readonly<Record<string, () => Promise<unknown>>>

/** Which of the console's functions printed a text. */
export type Level = 'log' | 'warn' | 'error'

export type Print = (text: string, level: Level) => void

/**
 * Runs a program, a TypeScript module in which `await` may stand anywhere, and waits for its end.
 *
 * @param print gets what it prints
 * @throws ProgramSyntaxError, SyntaxError for what is no program; and whatever the program itself throws.
 */
export async function runProgram(source: string, table: ModuleTable, print: Print): Promise<void> {
  const { body, imports } = transformProgram(source)
  const main = compile(body)
  const modules = await loadModules(imports, table)
  const require = (name: string): unknown => {
    if (modules.has(name)) return modules.get(name)
    throw new Error(`Cannot find module '${name}'; programs here can import ${Object.keys(table).join(', ')}`)
  }
  await main(require, {}, programConsole(print))
}

type Main = (require: (name: string) => unknown, exports: object, console: ProgramConsole) => Promise<void>

/** The body as a function, on the lines of the program: the name is what stack traces call it. */
function compile(body: string): Main {
  const text = `(async (require, exports, console) => {${body}\n})\n//# sourceURL=${PROGRAM_FILE}`
  // Not called by the name `eval`, it sees global variables only.
  // biome-ignore lint/security/noGlobalEval: running the reader's program is what this is for.
  const evaluate = globalThis.eval
  return evaluate(text) as Main
}

async function loadModules(names: readonly string[], table: ModuleTable): Promise<Map<string, unknown>> {
  const known = names.filter((name) => Object.hasOwn(table, name))
  return new Map(await Promise.all(known.map(async (name) => [name, await table[name]?.()] as const)))
}

type ProgramConsole = Record<'log' | 'info' | 'debug' | 'warn' | 'error', (...values: unknown[]) => void>

function programConsole(print: Print): ProgramConsole {
  const printer =
    (level: Level) =>
    (...values: unknown[]): void =>
      print(formatLog(values), level)
  return {
    log: printer('log'),
    info: printer('log'),
    debug: printer('log'),
    warn: printer('warn'),
    error: printer('error'),
  }
}
