import { defineConfig, type Options } from 'tsup'

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

/** A package that others import: one module and its declarations. */
export const library: Config = defineConfig({ ...shared, entry: ['src/index.ts'], dts: true })

/** Programs that Node runs: one module for each entry, without declarations. */
export function program(entry: Record<string, string>): Config {
  return defineConfig({ ...shared, platform: 'node', entry })
}
