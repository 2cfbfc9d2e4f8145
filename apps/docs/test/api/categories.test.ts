import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

interface Part {
  readonly name: string
  readonly sources: string
  readonly index: string
}

const scripts = new URL('../../scripts/api/', import.meta.url)
const { packages } = (await import(`${scripts}packages.mjs`)) as { packages: Part[] }
const { categoryOf } = (await import(`${scripts}categories.mjs`)) as {
  categoryOf: (part: Part, file: string) => string | undefined
}

test.each(packages)('every file that $name exports functions or classes from has a title in the reference', (part) => {
  const text = readFileSync(part.index, 'utf8')
  const exported = [...text.matchAll(/^export (?!type)[^']*'(\.[^']*)'/gm)].filter(
    ([statement]) => !onlyTypes(statement),
  )
  const files = exported.map(([, path]) => fileOf(join(dirname(part.index), path as string)))
  expect(files.length).toBeGreaterThan(0)
  for (const file of files) expect(categoryOf(part, file), file).toBeDefined()
})

/** `export { type A, type B } from`. */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(statement)?.[1]
    ?.split(',')
    .map((name) => name.trim())
  return names?.every((name) => name === '' || name.startsWith('type ')) ?? false
}

function fileOf(path: string): string {
  return existsSync(`${path}.ts`) ? `${path}.ts` : `${path}/index.ts`
}
