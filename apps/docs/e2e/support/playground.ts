import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until the network of the playground is in a phase, as its status line tells. */
export async function reachPhase(page: Page, phase: string): Promise<void> {
  await page.locator(`[data-testid=status][data-phase=${phase}]`).waitFor()
}

/** The epochs' training losses and validation losses, as texts, the untrained network's line left out. */
export async function lossesOf(page: Page): Promise<string[][]> {
  const rows = await page.getByTestId('epoch-table').locator('tbody tr').all()
  const cells = await Promise.all(rows.map((row) => row.locator('td').allTextContents()))
  return cells.slice(1).map((row) => row.slice(0, 2))
}

/** The number that a field of the playground shows. */
export async function numberIn(page: Page, testId: string): Promise<number> {
  return Number.parseFloat((await page.getByTestId(testId).textContent()) ?? '')
}

/**
 * Draws a stroke with the mouse on wiped paper.
 *
 * @param stroke places in percent of the paper's sides: `25,20 72,20`
 */
export async function draw(page: Page, stroke: string): Promise<void> {
  await page.getByTestId('clear-drawing').click()
  const canvas = page.getByTestId('drawing')
  await canvas.scrollIntoViewIfNeeded()
  const box = await canvas.boundingBox()
  if (box === null) throw new Error('the canvas is not on the page')
  for (const [i, place] of stroke.split(' ').entries()) {
    const [x, y] = place.split(',').map(Number) as [number, number]
    await page.mouse.move(box.x + (x / 100) * box.width, box.y + (y / 100) * box.height, { steps: 5 })
    if (i === 0) await page.mouse.down()
  }
  await page.mouse.up()
}

/** Waits for what the network takes the drawing for. */
export async function expectAnswer(page: Page, digit: number): Promise<void> {
  await expect
    .poll(() => page.getByTestId('answer').getAttribute('data-answer'), { timeout: 600_000 })
    .toBe(String(digit))
}
