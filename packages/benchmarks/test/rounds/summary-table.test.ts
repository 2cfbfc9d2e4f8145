import { expect, test } from 'vitest'
import { summarize } from '../../src/rounds/summarize'
import { summaryTable } from '../../src/rounds/summary-table'
import { roundsRun } from './rounds-run'

const options = { name: 'step', what: 'a step', unit: 'ms', divisor: 100, reference: 'PyTorch' } as const

test('summaryTable(summaries, options) has a row for each contender, in the unit asked for, with its ratios', () => {
  const table = summaryTable(summarize([roundsRun('ours', [0.1, 0.3], ['torch']), roundsRun('torch', [0.4])]), options)
  expect(table.head).toEqual(['a step', 'min ms', 'median ms', '÷ PyTorch', '(of min)'])
  expect(table.rows).toEqual([
    ['Title of ours', '1.00', '2.00', '0.50', '0.25'],
    ['Title of torch', '4.00', '4.00', '–', '–'],
  ])
})

test('summaryTable(summaries, options) says why a contender was not measured', () => {
  const { rows } = summaryTable(summarize([roundsRun('torch', [], [], 'No module named torch')]), options)
  expect(rows).toEqual([['Title of torch', 'not measured: No module named torch']])
})

test('summaryTable(summaries, options) tells each version once', () => {
  const { notes } = summaryTable(summarize([roundsRun('torch', [1]), roundsRun('torch-2', [1])]), options)
  expect(notes).toEqual(['Versions: version 1.2.3.'])
})
