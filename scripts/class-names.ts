import type { Options } from 'tsup'

type Plugin = NonNullable<Options['plugins']>[number]

/**
 * Gives classes back the names that they have in the sources. A class that speaks of itself comes out of the bundler as
 * `var Module = class _Module`, and would call itself so.
 */
export function classNames(): Plugin {
  return {
    name: 'class-names',
    renderChunk(code, { path }) {
      return path.endsWith('.js') ? { code: withClassNames(code) } : undefined
    },
  }
}

export function withClassNames(code: string): string {
  const names = [...code.matchAll(/^var (\w+) = class (_\1)\b/gm)]
  return names.reduce((text, [, name, alias]) => text.replace(new RegExp(`\\b${alias}\\b`, 'g'), name as string), code)
}
