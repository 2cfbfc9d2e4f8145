// On a host that does not send the headers which isolate a page.

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect } from 'vitest'
import { test } from './support/browser-test'
import { docsFolder } from './support/built-site'
import { reachPhase } from './support/playground'
import { outputOf, runnable, runToEnd } from './support/runnable'
import { type ServedSite, serveSite } from './support/serve-site'

let host: ServedSite
beforeAll(async () => {
  host = await serveSite('--plain')
})
afterAll(() => host.close())

const TRAINING = 'training-loop/loop'

test('a service worker isolates the page, and a program trains', async ({ visit }) => {
  const { page } = await visit(`${host.url}/learn/training-loop`)
  await page.waitForFunction(() => crossOriginIsolated)
  const block = runnable(page, TRAINING)
  expect(await runToEnd(block)).toBe('done')
  expect(await outputOf(block)).toBe(expectedOutput())
})

test('without service workers a program prints the same, in one thread', async ({ visit }) => {
  const { page } = await visit(`${host.url}/learn/training-loop`, { serviceWorkers: 'block' })
  const block = runnable(page, TRAINING)
  expect(await runToEnd(block)).toBe('done')
  expect(await outputOf(block)).toBe(expectedOutput())
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false)
})

test('without service workers the playground trains, and says that it has one thread', async ({ visit }) => {
  const { page } = await visit(`${host.url}/playground?hidden=32&batch=256&epochs=1`, { serviceWorkers: 'block' })
  await page.getByTestId('start').click()
  await reachPhase(page, 'finished')
  expect(await page.getByTestId('engine').textContent()).toContain('on one thread')
})

function expectedOutput(): string {
  return readFileSync(`${docsFolder}examples/${TRAINING}.out`, 'utf8').trimEnd()
}
