import { expect } from 'vitest'
import { test } from './support/browser-test'
import { pagesToVisit } from './support/built-site'

test.concurrent.for(pagesToVisit())(
  '%s loads without an error and fits wide and narrow windows',
  async (path, { revisit }) => {
    const { page, problems } = await revisit(path, { viewport: { width: 1280, height: 800 } })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${width} pixels wide`).toBeLessThanOrEqual(0)
    }
    expect(problems).toEqual([])
  },
)
