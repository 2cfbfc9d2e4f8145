import { expect, test } from 'vitest'
import { type Progress, progressBar, progressLine } from '../../src/terminal/progress-bar'

const halfway: Progress = {
  epoch: 2,
  epochs: 5,
  images: 30_000,
  imagesPerEpoch: 60_000,
  loss: 0.908_182_78,
  seconds: 0.5,
}

test('progressLine shows epoch, share, loss, speed and the time that the whole run still needs', () => {
  expect(progressLine(halfway)).toBe('epoch 2/5   50 %  loss 0.9082  60,000 images/s  3.5 s left')
})

test('progressBar puts a bar of at most 30 characters into the line', () => {
  const line = progressBar(halfway, 120)
  expect(line).toBe(`epoch 2/5  ${'█'.repeat(15)}${' '.repeat(15)}   50 %  loss 0.9082  60,000 images/s  3.5 s left`)
})

test('progressBar never takes more than the columns of the terminal', () => {
  for (let columns = 1; columns < 140; columns++) {
    expect(progressBar(halfway, columns).length).toBeLessThanOrEqual(columns)
  }
})

test('progressBar gives up the bar first where there is little room', () => {
  expect(progressBar(halfway, 62)).toBe(progressLine(halfway))
})

test.each([
  [45, 'epoch 2/5   50 %  loss 0.9082  3.5 s left'],
  [37, 'epoch 2/5   50 %  loss 0.9082'],
  [20, 'epoch 2/5'],
])('progressBar leaves out what does not fit into %i columns', (columns, line) => {
  expect(progressBar(halfway, columns)).toBe(line)
})

test('progressBar is full at the end of the last epoch, with no time left', () => {
  const line = progressBar({ ...halfway, epoch: 5, images: 60_000, seconds: 1 }, 100)
  expect(line).toContain('█'.repeat(30))
  expect(line).toContain('100 %')
  expect(line).toContain('0.0 s left')
})
