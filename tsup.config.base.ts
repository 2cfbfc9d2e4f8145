import { defineConfig, type Options } from 'tsup'
import { classNames } from './scripts/class-names.ts'
import { pureDeclarations } from './scripts/pure-declarations.ts'

type Config = ReturnType<typeof defineConfig>

const shared: Options = {
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
  clean: true,
  // Keep `node:fs` spelled with its prefix: bundlers for browsers know it by that.
  removeNodeProtocol: false,
  skipNodeModulesBundle: true,
}

// `pnpm typecheck` checks the types, of all packages at once.
const declarations = { compilerOptions: { noCheck: true } }

/** A package that others import: one module and its declarations. */
export const library: Config = libraryOf({ index: 'src/index.ts' })

/** The same with a module for each entry. */
export function libraryOf(entry: Record<string, string>): Config {
  return defineConfig({ ...shared, entry, dts: declarations, plugins: [classNames(), pureDeclarations()] })
}

/** Programs that Node runs: one module for each entry, without declarations. */
export function program(entry: Record<string, string>, options: Options = {}): Config {
  return defineConfig({ ...shared, platform: 'node', entry, ...options })
}
