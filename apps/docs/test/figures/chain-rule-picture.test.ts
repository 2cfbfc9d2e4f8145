import { describe, expect, it } from 'vitest'
import { chapterNumbers, runPasses } from '../../src/figures/chain-rule'
import { boxSize, chainRulePicture, type Picture } from '../../src/figures/chain-rule-picture'
import { stagesOf } from '../../src/figures/chain-rule-stages'

const passes = runPasses(chapterNumbers, 0.1)
const stages = stagesOf(chapterNumbers, passes)

function pictureAt(stage: number, width: number): Picture {
  return chainRulePicture(chapterNumbers, passes, stages.at(stage) ?? (stages[0] as (typeof stages)[0]), width)
}

describe.each([656, 358])('chainRulePicture %d pixels wide', (width) => {
  it('has boxes inside of the picture that do not overlap', () => {
    const { nodes, height } = pictureAt(-1, width)
    for (const [i, { x, y }] of nodes.entries()) {
      expect([x - boxSize.width / 2 >= 0, x + boxSize.width / 2 <= width]).toEqual([true, true])
      expect([y - boxSize.height / 2 >= 0, y + boxSize.height / 2 <= height]).toEqual([true, true])
      for (const other of nodes.slice(i + 1)) {
        expect(Math.abs(x - other.x) >= boxSize.width || Math.abs(y - other.y) >= boxSize.height).toBe(true)
      }
    }
  })
})

describe('chainRulePicture', () => {
  const shown = ({ nodes }: Picture): string[] =>
    nodes.map(({ symbol, value, gradient }) => `${symbol} ${value} ${gradient}`)

  it('shows the input alone at first, and every number in the end', () => {
    expect(shown(pictureAt(0, 656))).toEqual(['x 1 ', 'z₁  ', 'z₂  ', 'h₁  ', 'h₂  ', 'ŷ  ', 'L  '])
    expect(shown(pictureAt(-1, 656))).toEqual([
      'x 1 ',
      'z₁ 2 −0.348',
      'z₂ 1 −1.3032',
      'h₁ 0.8808 −3.3142',
      'h₂ 0.7311 −6.6283',
      'ŷ 1.3429 −3.3142',
      'L 2.7459 1',
    ])
  })

  it('marks what a stage computes', () => {
    const marked = (stage: number): string[] => {
      return pictureAt(stage, 656).nodes.flatMap(({ symbol, isNew }) => (isNew ? [symbol] : []))
    }
    expect([marked(0), marked(1), marked(5)]).toEqual([[], ['z₁', 'z₂'], ['ŷ', 'L']])
  })

  it('writes on every edge what multiplies on the way back', () => {
    // By the weights of the first layer it is the input, elsewhere the value that the edge comes from.
    expect(pictureAt(-1, 656).edges.map(({ label }) => `${label.forward} ${label.backward}`)).toEqual([
      'w₁ = 1 ·1',
      'w₂ = 2 ·1',
      'σ ·0.105',
      'σ ·0.1966',
      'v₁ = 1 ·1',
      'v₂ = 2 ·2',
      '(ŷ − y)² ·−3.3142',
    ])
  })
})
