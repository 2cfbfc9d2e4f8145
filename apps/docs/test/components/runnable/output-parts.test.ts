import { describe, expect, it } from 'vitest'
import { expectedParts, outputParts } from '../../../src/components/runnable/output-parts'
import type { Figure } from '../../../src/display/figure'

const bars: Figure = { kind: 'bars', title: '', labels: ['a'], values: [1] }

describe('outputParts', () => {
  it('keeps figures among the lines, in order', () => {
    const parts = outputParts([
      { type: 'print', text: 'one', level: 'log' },
      { type: 'print', text: 'two', level: 'warn' },
      { type: 'figure', figure: bars },
      { type: 'print', text: 'three', level: 'log' },
    ])
    expect(parts).toEqual([
      {
        kind: 'lines',
        lines: [
          { text: 'one', style: 'log' },
          { text: 'two', style: 'warn' },
        ],
      },
      { kind: 'figure', figure: bars, description: '[bars: a]' },
      { kind: 'lines', lines: [{ text: 'three', style: 'log' }] },
    ])
  })
})

describe('expectedParts', () => {
  it('tells the lines that stand for figures', () => {
    expect(expectedParts('[1, 2]\n[plot: train — 5 points]')).toEqual([
      {
        kind: 'lines',
        lines: [
          { text: '[1, 2]', style: 'log' },
          { text: '[plot: train — 5 points]', style: 'stand' },
        ],
      },
    ])
  })
})
