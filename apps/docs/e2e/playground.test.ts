import { expect } from 'vitest'
import { test } from './support/browser-test'
import { draw, expectAnswer, lossesOf, numberIn, reachPhase } from './support/playground'
import { terminalLosses } from './support/terminal-losses'

/** Settings that learn within seconds. */
const QUICK = '/playground?hidden=48&optimizer=adam&lr=0.003&batch=128&epochs=2&seed=3'

/** The same for long enough that a click comes before the end. */
const EPOCHS = 8
const LONGER = QUICK.replace('epochs=2', `epochs=${EPOCHS}`)

/** Digits as people draw them: places on the paper, in percent of its sides. */
const drawings = [
  { digit: 0, stroke: '50,20 38,26 31,38 29,50 31,62 38,74 50,80 62,74 69,62 71,50 69,38 62,26 50,20' },
  { digit: 1, stroke: '52,15 50,50 48,85' },
  { digit: 7, stroke: '25,20 72,20 60,50 48,85' },
]

test('trains two epochs past 90 %, with the losses of the command line, and keeps the network', async ({ visit }) => {
  const { page, problems } = await visit(QUICK)
  expect(await page.getByTestId('untrained').textContent()).toContain('has not been trained')
  const command = await page.getByTestId('command').inputValue()

  await page.getByTestId('start').click()
  await reachPhase(page, 'finished')
  expect(await numberIn(page, 'validation-accuracy')).toBeGreaterThan(90)
  expect(await page.getByTestId('untrained').count()).toBe(0)
  const losses = await lossesOf(page)
  expect(losses).toEqual(await terminalLosses(command))

  await page.getByTestId('keeping').waitFor()
  await page.reload()
  await reachPhase(page, 'finished')
  expect(await lossesOf(page)).toEqual(losses)
  for (const { digit, stroke } of drawings) {
    await draw(page, stroke)
    await expectAnswer(page, digit)
  }
  expect(problems).toEqual([])
})

test('a pause holds everything still, and changes no loss', async ({ visit }) => {
  const { page, problems } = await visit(LONGER)
  const command = await page.getByTestId('command').inputValue()
  await page.getByTestId('start').click()
  await reachPhase(page, 'training')
  await page.getByTestId('pause').click()
  await reachPhase(page, 'paused')
  const done = await numberIn(page, 'epochs-done')
  await page.waitForTimeout(500)
  expect(await numberIn(page, 'epochs-done')).toBe(done)
  expect(done).toBeLessThan(EPOCHS)

  await page.getByTestId('resume').click()
  await reachPhase(page, 'finished')
  expect(await lossesOf(page)).toEqual(await terminalLosses(command))
  expect(problems).toEqual([])
})

test('a reload during a pause keeps the weights and goes on with them', async ({ visit }) => {
  const { page, problems } = await visit(LONGER)
  await page.getByTestId('start').click()
  await page.getByTestId('epoch-1').waitFor()
  await page.getByTestId('pause').click()
  await reachPhase(page, 'paused')
  await page.getByTestId('keeping').waitFor()
  const accuracy = await numberIn(page, 'validation-accuracy')

  await page.reload()
  await reachPhase(page, 'paused')
  expect(await numberIn(page, 'validation-accuracy')).toBe(accuracy)
  await page.getByTestId('resume').click()
  await reachPhase(page, 'finished')
  expect(await numberIn(page, 'epochs-done')).toBe(EPOCHS)
  expect(await numberIn(page, 'validation-accuracy')).toBeGreaterThan(90)
  expect(problems).toEqual([])
})

test('an untrained network answers what is drawn with the keyboard, and says that it guesses', async ({ visit }) => {
  const { page } = await visit(QUICK)
  const answer = page.getByTestId('answer')
  expect(await answer.getAttribute('data-answer')).toBe('')
  await page.getByTestId('drawing').focus()
  await page.keyboard.press('Space')
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowDown')
  await expect.poll(() => answer.getAttribute('data-answer'), { timeout: 600_000 }).toMatch(/^\d$/)
  expect(await page.getByTestId('untrained').textContent()).toContain('its answers are guesses')
})

test('a network that diverges is said to have diverged, and Reset brings a fresh one', async ({ visit }) => {
  const { page, problems } = await visit('/playground?lr=1000&epochs=1')
  await page.getByTestId('start').click()
  await reachPhase(page, 'diverged')
  expect(await page.getByTestId('status').textContent()).toContain('diverged')
  expect(await page.getByTestId('failure').textContent()).toContain('Training stopped: the loss')
  expect(await page.getByTestId('untrained').textContent()).toContain('has diverged; its answers mean nothing')
  await page.getByTestId('reset').click()
  await reachPhase(page, 'untrained')
  expect(problems).toEqual([])
})

test('an address with bad settings is told, and the usual ones are used', async ({ visit }) => {
  const { page } = await visit('/playground?lr=fast')
  expect(await page.getByTestId('problems').textContent()).toContain('Learning rate')
})
