import { createRequire } from 'node:module'
import ts from 'typescript'
import { markClaims, markers } from './mark-claims'
import { onOneLine, showValue } from './show-value'

/** What an example says beside what it does, as text. */
export interface Claim {
  readonly said: string
  readonly done: string
}

const require = createRequire(import.meta.url)

type Program = (...values: unknown[]) => Promise<void>
const AsyncFunction = (async () => {}).constructor as new (...names: string[]) => Program

/**
 * Runs an example and lists what it claims.
 *
 * @param modules what it may import, by name; what they export is in its scope anyway
 */
export async function runExample(code: string, modules: Readonly<Record<string, unknown>>): Promise<Claim[]> {
  const claims: Claim[] = []
  const claim = (said: string, done: string): void => {
    claims.push(matches(said, done) ? { said, done: said } : { said, done })
  }
  // `var` is a function of @nn/tensor, and no name for a variable.
  const { var: _, ...exported } = Object.assign({}, ...Object.values(modules)) as Record<string, unknown>
  const names: Record<string, unknown> = {
    ...exported,
    exports: {},
    require: (name: string) => modules[name] ?? require(name),
    [markers.shows](value: unknown, said: string): unknown {
      claim(onOneLine(said), showValue(value))
      return value
    },
    async [markers.refuses](attempt: () => Promise<unknown>, said: string): Promise<void> {
      const outcome = await attempt().then(showValue, (error: Error) => onOneLine(`${error.name}: ${error.message}`))
      claim(said, outcome)
    },
  }
  // In a block of its own: the example may declare names that are also exported.
  const program = new AsyncFunction(...Object.keys(names), `{${asJavaScript(markClaims(code))}}`)
  await program(...Object.values(names))
  return claims
}

/** `...` in what is said stands for anything. */
function matches(said: string, done: string): boolean {
  const parts = said.split('...').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(done)
}

/** Without types, and with `require` for its imports. */
function asJavaScript(code: string): string {
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true }
  return ts.transpileModule(code, { compilerOptions }).outputText
}
