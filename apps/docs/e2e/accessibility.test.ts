import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
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

const options = { colorScheme: 'light', reducedMotion: 'reduce' } as const

test.concurrent.for(pages)('%s has nothing that axe objects to, light or dark', async (path, { revisit }) => {
  const { page } = await revisit(path, options)
  await expectNoViolations(page)
})

test('a program with its editor open and its error has nothing that axe objects to', async ({ revisit }) => {
  const { page } = await revisit('/learn/function', options)
  const block = page.locator('.runnable').first()
  await block.getByRole('button', { name: 'Edit', exact: true }).click()
  await block.locator('.cm-content').waitFor()
  await page.keyboard.insertText('oops ')
  await block.getByRole('button', { name: 'Run', exact: true }).click()
  await block.getByRole('alert').waitFor()
  await expectNoViolations(page)
})

async function expectNoViolations(page: Page): Promise<void> {
  // Half-way between two colours there may be too little contrast.
  await page.addStyleTag({
    content: '*, ::before, ::after { transition: none !important; animation: none !important }',
  })
  await page.evaluate(axe)
  expect(await violations(page), 'light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html.dark').waitFor()
  expect(await violations(page), 'dark').toEqual([])
}

/** What axe objects to, a line for each place. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(untilStill)
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
