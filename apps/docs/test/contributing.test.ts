import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const pages = `${root}apps/docs/contributing/`
const guide = readFileSync(`${root}CONTRIBUTING.md`, 'utf8')

const textOf = (page: string): string => readFileSync(pages + page, 'utf8')
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '')

describe.each(readdirSync(pages))('contributing/%s', (page) => {
  test('takes in parts of CONTRIBUTING.md that are there', () => {
    for (const region of matches(textOf(page), /@include: \S+#([\w-]+)-->/g)) {
      expect(guide).toContain(`<!-- #region ${region} -->`)
      expect(guide).toContain(`<!-- #endregion ${region} -->`)
    }
  })

  test('shows and names files that are there', () => {
    const shown = matches(textOf(page), /^<<< (?:\.\.\/){3}(\S+)$/gm)
    for (const path of [...shown, ...namedPaths(textOf(page))]) expect(existsSync(root + path), path).toBe(true)
  })
})

describe('CONTRIBUTING.md', () => {
  test('names files that are there', () => {
    for (const path of namedPaths(guide)) expect(existsSync(root + path), path).toBe(true)
  })

  test('quotes the code as it is', () => {
    const rules = readFileSync(`${root}packages/tensor/src/ops/extra-unary.ts`, 'utf8')
    const checks = readFileSync(`${root}packages/autograd/test/elementwise-gradients.test.ts`, 'utf8')
    const quoted = matches(guide, /^ {3}```ts\n {3}(.*)\n/gm)
    expect(quoted).toHaveLength(2)
    for (const line of quoted) expect(rules + checks).toContain(line)
  })
})

/** What stands between backticks and begins like a path of the repository. */
function namedPaths(text: string): string[] {
  return matches(text, /`((?:packages|apps|scripts)\/[\w./-]*)`/g)
}
