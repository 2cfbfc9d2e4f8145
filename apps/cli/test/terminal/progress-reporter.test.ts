import type { WriteStream } from 'node:tty'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ProgressReporter } from '../../src/terminal/progress-reporter'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function reporterOn(stream: { isTTY: boolean; columns?: number }): { reporter: ProgressReporter; written: string[] } {
  const written: string[] = []
  const write = (text: string): boolean => written.push(text) > 0
  const reporter = new ProgressReporter({ ...stream, write } as unknown as WriteStream, {
    epochs: 2,
    imagesPerEpoch: 1000,
  })
  reporter.startEpoch(1)
  return { reporter, written }
}

test('ProgressReporter redraws the bar of a terminal in place, at most ten times a second', async () => {
  const { reporter, written } = reporterOn({ isTTY: true, columns: 90 })
  for (let images = 10; images <= 1000; images += 10) {
    vi.advanceTimersByTime(5)
    await reporter.update(images, 2.5)
  }
  expect(written).toHaveLength(5)
  expect(written[0]).toContain('\r\x1b[Kepoch 1/2  ')
  expect(written[0]).toContain(' 20 %  loss 2.5000  2,000 images/s  0.9 s left')
  expect(written.join('')).not.toContain('\n')
})

test('ProgressReporter hides the cursor while the bar is there', async () => {
  const { reporter, written } = reporterOn({ isTTY: true, columns: 90 })
  vi.advanceTimersByTime(100)
  await reporter.update(100, 1)
  expect(written[0]?.startsWith('\x1b[?25l')).toBe(true)
  reporter.clear()
  expect(written[1]).toBe('\r\x1b[K\x1b[?25h')
})

test('ProgressReporter shows the cursor again where the process ends with the bar on the terminal', async () => {
  const { reporter, written } = reporterOn({ isTTY: true, columns: 90 })
  const before = process.listeners('exit')
  vi.advanceTimersByTime(100)
  await reporter.update(100, 1)
  const [atExit] = process.listeners('exit').filter((listener) => !before.includes(listener))
  atExit?.(130)
  expect(written.slice(1)).toEqual(['\r\x1b[K\x1b[?25h'])
  reporter.clear()
  expect(written).toHaveLength(2)
  expect(process.listeners('exit')).toEqual(before)
})

test('ProgressReporter writes plain lines, ten seconds apart, where there is no terminal', async () => {
  const { reporter, written } = reporterOn({ isTTY: false })
  for (let images = 10; images <= 1000; images += 10) {
    vi.advanceTimersByTime(250)
    await reporter.update(images, 2.5)
  }
  reporter.clear()
  expect(written).toEqual([
    'epoch 1/2   40 %  loss 2.5000  40 images/s  40 s left\n',
    'epoch 1/2   80 %  loss 2.5000  40 images/s  30 s left\n',
  ])
})
