import { describe, expect } from 'vitest'
import { test } from './support/browser-test'
import { pagesToVisit } from './support/built-site'

const paths = pagesToVisit()

describe.each([1280, 390])('%i pixels wide', (width) => {
  test.concurrent.for(paths)('%s loads without an error and fits', async (path, { revisit }) => {
    const { page, problems } = await revisit(path, { viewport: { width, height: 800 } })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(problems).toEqual([])
    expect(overflow).toBeLessThanOrEqual(0)
  })
})
