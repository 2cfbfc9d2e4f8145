import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** `src/train.ts` with everything it needs as one module, which any engine can load. */
export async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../src/train.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['@nn/source'],
  })
  return outputFiles[0]!.text
}
