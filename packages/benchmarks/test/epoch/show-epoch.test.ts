import { expect, test } from 'vitest'
import { showEpoch } from '../../src/epoch/show-epoch'
import { summarizeEpoch } from '../../src/epoch/summarize-epoch'
import { epochRun } from './epoch-run'

function linesOf(...runs: ReturnType<typeof epochRun>[]): string[] {
  return showEpoch(summarizeEpoch(runs)).split('\n')
}

test('showEpoch(summaries) has a row for each contender with its ratios', () => {
  const lines = linesOf(epochRun('ours', [0.5]), epochRun('torch', [0.8]))
  const cells = ['Title of ours', '0.500', '0.500', '1876', '0.63', '0.63', '1.00', '1.00', '1.9424']
  expect(lines[2]?.split(/\s{2,}/)).toEqual(cells)
})

test('showEpoch(summaries) says why a contender was not measured', () => {
  const lines = linesOf(epochRun('torch', [], 'No module named torch'))
  expect(lines).toContain('Title of torch      not measured: No module named torch')
})

test('showEpoch(summaries) says which times were scaled', () => {
  const lines = linesOf({ ...epochRun('ours-js', [9]), stepsPerRound: 100 })
  expect(lines).toContain('Title of ours-js: 100 steps a round, scaled to 938.')
})

test('showEpoch(summaries) tells the versions', () => {
  expect(linesOf(epochRun('torch', [1]))).toContain('Title of torch: version 1.2.3.')
})
