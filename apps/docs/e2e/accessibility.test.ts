import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { test } from './support/browser-test'
import { largestReferencePage } from './support/built-site'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const pages = [
  '/',
  '/learn/function',
  '/learn/backpropagation',
  '/guides/from-pytorch',
  '/playground',
  '/api/',
  largestReferencePage(),
]

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const options = { colorScheme, reducedMotion: 'reduce' } as const

  test.concurrent.for(pages)('%s has nothing that axe objects to', async (path, { visit }) => {
    const { page } = await visit(path, options)
    expect(await violations(page)).toEqual([])
  })

  test('a program with its editor open and its error has nothing that axe objects to', async ({ visit }) => {
    const { page } = await visit('/learn/function', options)
    const block = page.locator('.runnable').first()
    await block.getByRole('button', { name: 'Edit', exact: true }).click()
    await block.locator('.cm-content').waitFor()
    await page.keyboard.insertText('oops ')
    await block.getByRole('button', { name: 'Run', exact: true }).click()
    await block.getByRole('alert').waitFor()
    expect(await violations(page)).toEqual([])
  })
})

/** What axe objects to, a line for each place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(untilStill)
  await page.evaluate(axe)
  const results = await page.evaluate<AxeResults>('axe.run()')
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) ${target}: ${failureSummary}`),
  )
}

/** Waits until nothing on the page has changed for a while: figures load late, and axe is to see no half of one. */
function untilStill(): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(resolve, 500)
    new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(resolve, 500)
    }).observe(document, { subtree: true, childList: true, attributes: true })
  })
}
