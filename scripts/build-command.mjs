import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run-pnpm.mjs'

const kernels = join(root, 'packages/backend-wasm')
const command = join(root, 'apps/cli')

/**
 * Makes the `nn` command from the sources of all packages: the kernels, where they have changed, and one file of JavaScript
 * without declarations, which nobody would read. It takes esbuild and the AssemblyScript compiler only.
 *
 * @returns the file's path
 */
export async function buildCommand() {
  if (kernelsAreStale()) execFileSync(process.execPath, [join(kernels, 'scripts/build-wasm.mjs')])
  const { build } = await import('esbuild')
  // Within reach of the command's own dependencies.
  const outfile = join(command, 'node_modules/.cache/nn/main.js')
  await build({
    entryPoints: [join(command, 'src/main.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    conditions: ['@nn/source'],
    external: ['commander'],
    // Modules are printed by the names of their classes.
    keepNames: true,
    sourcemap: true,
    logLevel: 'error',
  })
  return outfile
}

/** As `make` sees it: whether a source is younger than what was made of it. */
function kernelsAreStale() {
  const made = timesBelow(join(kernels, 'src/generated'))
  const sources = ['assembly', 'scripts', 'src/threads', 'src/node-module.ts'].flatMap((path) =>
    timesBelow(join(kernels, path)),
  )
  return made.length === 0 || Math.max(...sources) > Math.min(...made)
}

/** When the files of a folder, or a file, were changed. */
function timesBelow(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined) return []
  return stats.isFile() ? [stats.mtimeMs] : readdirSync(path).flatMap((name) => timesBelow(join(path, name)))
}
