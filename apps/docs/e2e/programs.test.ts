import { expect } from 'vitest'
import { test } from './support/browser-test'
import { pagePrograms } from './support/page-programs'
import { outputOf, runnable, runToEnd } from './support/runnable'

test.concurrent.for(pagePrograms())(
  'the programs of $path print what the page says',
  async ({ path, programs }, { visit }) => {
    const { page, problems } = await visit(path)
    for (const { name, output } of programs) {
      const block = runnable(page, name)
      const status = await runToEnd(block)
      expect(await outputOf(block), name).toBe(output)
      expect(status, name).toBe('done')
    }
    expect(problems).toEqual([])
  },
)
