import { expect, test } from 'vitest'
import { summarizeEpoch } from '../../src/epoch/summarize-epoch'
import { epochRun } from './epoch-run'

test('summarizeEpoch(runs) gives minimum, median and steps a second', () => {
  const [summary] = summarizeEpoch([epochRun('tfjs', [8, 4, 5])])
  expect(summary).toMatchObject({ minimum: 4, median: 5, stepsPerSecond: 938 / 5 })
})

test('summarizeEpoch(runs) divides medians by the medians, and minima by the minima, of PyTorch and of this library', () => {
  const runs = [epochRun('ours', [2, 1, 3]), epochRun('torch', [5, 4, 8]), epochRun('tfjs', [20, 8, 30])]
  const [ours, , tfjs] = summarizeEpoch(runs)
  expect(ours).toMatchObject({ toPytorch: { ofMedians: 0.4, ofMinima: 0.25 }, toOurs: { ofMedians: 1, ofMinima: 1 } })
  expect(tfjs).toMatchObject({ toPytorch: { ofMedians: 4, ofMinima: 2 }, toOurs: { ofMedians: 10, ofMinima: 8 } })
})

test('summarizeEpoch(runs) has no ratio to what was not measured', () => {
  const [ours] = summarizeEpoch([epochRun('ours', [2]), epochRun('torch', [1], 'No module named torch')])
  expect(ours).toMatchObject({ toPytorch: null, toOurs: { ofMedians: 1, ofMinima: 1 } })
})

test('summarizeEpoch(runs) keeps the reason of a failure, and no figures of the rounds before it', () => {
  const [summary] = summarizeEpoch([epochRun('tfjs', [8, 4], 'out of memory')])
  expect(summary).toMatchObject({ failure: 'out of memory', minimum: null, median: null, stepsPerSecond: null })
})
