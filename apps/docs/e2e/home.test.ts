import { expect } from 'vitest'
import { test } from './support/browser-test'

test('the program of the home page trains in the page', async ({ visit }) => {
  const { page, problems } = await visit('/')
  const panel = page.getByRole('region', { name: 'The program, running here' })
  await panel.scrollIntoViewIfNeeded()
  await panel.and(page.locator('[data-phase=training]')).waitFor()
  await panel.getByText(/[89]\d\.\d % of test digits right/).waitFor()
  await panel.getByRole('button', { name: 'Stop' }).click()
  expect(await panel.getAttribute('data-phase')).toBe('stopped')
  expect(problems).toEqual([])
})

test('the home page holds still where the reader asks for less motion', async ({ visit }) => {
  const { page } = await visit('/', { reducedMotion: 'reduce' })
  const panel = page.getByRole('region', { name: 'The program, running here' })
  await panel.scrollIntoViewIfNeeded()
  await page.waitForTimeout(1000)
  expect(await panel.getAttribute('data-phase')).toBe('waiting')
  await panel.getByRole('button', { name: 'Run' }).click()
  await panel.and(page.locator('[data-phase=training]')).waitFor()
})
