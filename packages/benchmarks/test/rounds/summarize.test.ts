import { expect, test } from 'vitest'
import { summarize } from '../../src/rounds/summarize'
import { roundsRun } from './rounds-run'

test('summarize(runs) gives minimum and median', () => {
  const [summary] = summarize([roundsRun('tfjs', [8, 4, 5])])
  expect(summary).toMatchObject({ minimum: 4, median: 5 })
})

test('summarize(runs) divides medians by the medians, and minima by the minima, of the reference', () => {
  const [ours] = summarize([roundsRun('ours', [2, 1, 3], ['torch']), roundsRun('torch', [5, 4, 8])])
  expect(ours).toMatchObject({ ratio: { to: 'torch', ofMedians: 0.4, ofMinima: 0.25 } })
})

test('summarize(runs) takes the fastest of several references', () => {
  const runs = [roundsRun('ours-2', [1], ['torch', 'torch-2']), roundsRun('torch', [4]), roundsRun('torch-2', [2])]
  expect(summarize(runs)[0]).toMatchObject({ ratio: { to: 'torch-2', ofMedians: 0.5 } })
})

test('summarize(runs) has no ratio to what was not measured', () => {
  const failed = roundsRun('torch', [1], [], 'No module named torch')
  expect(summarize([roundsRun('ours', [2], ['torch']), failed])[0]).toMatchObject({ ratio: null })
})

test('summarize(runs) keeps the reason of a failure, and no figures of the rounds before it', () => {
  const [summary] = summarize([roundsRun('tfjs', [8, 4], [], 'out of memory')])
  expect(summary).toMatchObject({ failure: 'out of memory', minimum: null, median: null })
})
