import { ones, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { makeDot } from '../../src/drawing/index'
import '../../src/index'

const leaf = (...shape: number[]): Tensor => ones(shape, { requiresGrad: true })

/** The lines between the braces, without the graph's settings. */
function body(dot: string): string[] {
  return dot
    .trim()
    .split('\n')
    .slice(3, -1)
    .map((line) => line.trim())
}

describe('makeDot', () => {
  it('writes functions, leaves with name and shape, and outputs in the colours of torchviz', () => {
    const x = leaf(2, 3)
    expect(makeDot(x.square().mean(), { params: { x } })).toBe(
      [
        'digraph {',
        '  graph [size="12,12"]',
        '  node [align=left fontname=monospace fontsize=10 height=0.2 ranksep=0.1 shape=box style=filled]',
        '  n0 [label="()" fillcolor=darkolivegreen1]',
        '  n1 [label="MeanBackward0" fillcolor=lightgrey]',
        '  n2 [label="PowBackward0" fillcolor=lightgrey]',
        '  n3 [label="AccumulateGrad" fillcolor=lightgrey]',
        '  n4 [label="x\\n(2, 3)" fillcolor=lightblue]',
        '  n2 -> n1',
        '  n3 -> n2',
        '  n4 -> n3',
        '  n1 -> n0',
        '}',
        '',
      ].join('\n'),
    )
  })

  it('writes a tensor without a graph as a node alone', () => {
    expect(body(makeDot(tensor([1, 2])))).toEqual(['n0 [label="(2)" fillcolor=darkolivegreen1]'])
  })

  it('joins a view to its base with a dotted line', () => {
    const lines = body(makeDot(leaf(2, 3).mul(2).t()))
    expect(lines.filter((line) => line.includes('dotted'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('darkolivegreen3'))).toEqual([
      expect.stringContaining('label="(2, 3)"'),
    ])
  })

  it('joins saved tensors with a line without an arrow', () => {
    const lines = body(makeDot(leaf(2).exp(), { showSaved: true }))
    expect(lines.filter((line) => line.includes('orange') || line.includes('dir=none'))).toEqual([
      'n4 [label="(2)" fillcolor=orange]',
      'n4 -> n1 [dir=none]',
    ])
  })

  it('writes any name so that Graphviz reads it back', () => {
    const x = leaf(1)
    expect(body(makeDot(x, { params: { 'say "hi" \\N\nthere': x } }))).toEqual([
      'n0 [label="say \\"hi\\" \\\\N\\nthere\\n(1)" fillcolor=darkolivegreen1]',
    ])
  })

  it('enlarges the page of large graphs', () => {
    let h = leaf(1)
    for (let i = 0; i < 100; i++) h = h.mul(2)
    // 103 nodes and 102 edges, 0.15 inches each.
    expect(makeDot(h)).toContain('graph [size="30.75,30.75"]')
  })

  it('writes 10,000 ops in a row', () => {
    let h = leaf(1)
    for (let i = 0; i < 10_000; i++) h = h.mul(2)
    expect(body(makeDot(h))).toHaveLength(10_003 + 10_002)
  })
})
