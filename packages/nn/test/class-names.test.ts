import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { withClassNames } from '../../../scripts/class-names'

/** The package as its users get it, with what it imports. */
async function built(): Promise<Readonly<Record<string, unknown>>> {
  const { outputFiles } = await build({
    stdin: {
      contents: "export * from './index'; export { Tensor, Storage } from '@nn/tensor'",
      resolveDir: fileURLToPath(new URL('../src', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['@nn/source'],
  })
  return import(
    `data:text/javascript;base64,${btoa(unescape(encodeURIComponent(withClassNames(outputFiles[0]!.text))))}`
  )
}

describe('the built package', () => {
  it('has its classes under their own names', async () => {
    const exported = Object.entries(await built())
    const classes = exported.filter(([, value]) => String(value).startsWith('class '))
    const names = classes.map(([name, value]) => [name, (value as { name: string }).name])
    expect(names.map(([name]) => name)).toEqual(expect.arrayContaining(['Linear', 'Module', 'Parameter', 'Tensor']))
    expect(names.filter(([name, own]) => name !== own)).toEqual([])
  })
})
