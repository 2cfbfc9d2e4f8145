import { ones, type Tensor, tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { graphSvg } from '../../src/drawing/index'
import '../../src/index'

const leaf = (...shape: number[]): Tensor => ones(shape, { requiresGrad: true })

/** The elements of well-formed XML in the order of their beginning; throws where tags do not match. */
function elementsOf(xml: string): string[] {
  const open: string[] = []
  const elements: string[] = []
  const rest = xml.replace(/<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/gi, (_, closes, name, __, isEmpty) => {
    if (closes === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`)
    } else {
      elements.push(name)
      if (isEmpty !== '/') open.push(name)
    }
    return ''
  })
  if (open.length > 0 || /[<>]|&(?!(amp|lt|gt|quot);)/.test(rest)) throw new Error(`not well-formed: ${rest}`)
  return elements
}

function count(elements: readonly string[], name: string): number {
  return elements.filter((element) => element === name).length
}

function textOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text as string)
}

describe('graphSvg', () => {
  it('draws a box for each node and an arrow for each edge', () => {
    const x = leaf(2, 3)
    const svg = graphSvg(x.square().mean(), { params: { x } })
    const elements = elementsOf(svg)
    expect(['rect', 'path', 'polygon'].map((name) => count(elements, name))).toEqual([5, 4, 4])
    expect(textOf(svg).sort()).toEqual(['()', '(2, 3)', 'AccumulateGrad', 'MeanBackward0', 'PowBackward0', 'x'])
  })

  it('draws what is saved without an arrow and a view dotted', () => {
    const saved = elementsOf(graphSvg(leaf(2).exp(), { showSaved: true }))
    expect(count(saved, 'path') - count(saved, 'polygon')).toBe(1)
    expect(graphSvg(leaf(2, 3).mul(2).t()).match(/stroke-dasharray/g)).toHaveLength(1)
  })

  it('is a picture with a title and a description', () => {
    const w = leaf(2)
    const svg = graphSvg(w.sum(), { params: { w }, title: 'The loss' })
    expect(svg).toMatch(/^<svg [^>]*role="img"/)
    expect(svg).toContain('<title>The loss</title>')
    expect(svg).toContain('<desc>() by 2 functions from w (2)</desc>')
    expect(graphSvg(tensor([1, 2]))).toContain('<desc>(2)</desc>')
  })

  it('takes its colours from the page, with those of torchviz where there are none', () => {
    const svg = graphSvg(leaf(2).sum())
    expect(svg).toContain('fill: var(--nn-graph-leaf, #add8e6)')
    expect(svg).toContain('stroke: var(--nn-graph-line, currentColor)')
    expect(svg).toContain('fill="#add8e6"')
  })

  it('writes any name so that it stays one', () => {
    const x = leaf(1)
    const svg = graphSvg(x, { params: { '</text><script>"&\u0000\ud800': x }, title: '<&>' })
    expect(elementsOf(svg)).not.toContain('script')
    expect(textOf(svg)).toContain('&lt;/text&gt;&lt;script&gt;&quot;&amp;\ufffd\ufffd')
    expect(svg).toContain('<title>&lt;&amp;&gt;</title>')
  })
})
