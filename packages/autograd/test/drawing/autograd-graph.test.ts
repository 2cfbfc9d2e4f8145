import { cat, full, linear, nllLoss, ones, sin, stack, type Tensor, tensor, where } from '@nn/tensor'
import { readFixture } from '@nn/testing'
import { describe, expect, it } from 'vitest'
import { type AutogradGraph, autogradGraph } from '../../src/drawing/index'
import '../../src/index'

const leaf = (...shape: number[]): Tensor => ones(shape, { requiresGrad: true })
const x = leaf(2, 3)
const y = leaf(2, 3)
const w = leaf(4, 3)
const v = leaf(2, 4)
const b = leaf(4)
const c = full([2, 3], 2)
const labels = tensor([0, 1])
const params = { x, y, w, v, b }

/** The programs of `generate/autograd_graphs.py`. */
const programs: Record<string, () => Tensor | Tensor[]> = {
  'mean of squares': () => x.square().mean(),
  'a leaf used twice by an op': () => x.mul(x),
  'a shared subexpression': () => {
    const h = x.exp()
    return h.mul(sin(h)).add(h).sum()
  },
  constants: () => x.mul(c).add(c).div(2),
  'a constant leaf': () => c,
  'a leaf alone': () => x,
  'a detached part': () => x.mul(y.exp().detach().add(y)).sum(),
  'two outputs': () => [x.exp(), x.exp().mul(y).sum()],
  'a leaf among the outputs': () => [x, sin(x)],
  'a view of a leaf': () => x.t(),
  'a view of a view': () => x.mul(2).t().unsqueeze(0),
  'two views of one tensor': () => {
    const h = x.mul(y)
    return [h.at(0), h.at(1)]
  },
  'in place': () => x.mul(2).add_(y).exp_(),
  'a view of what was changed': () => {
    const z = x.mul(2)
    const row = z.at(0)
    z.mul_(y)
    return row
  },
  'joined and chosen': () => where(c.gt(1), cat([x, y]).at('0:2'), stack([x, y]).amax(0)),
  'a linear layer': () => x.matmul(w.t()).add(b),
  'a classifier': () => {
    const hidden = linear(x.detach(), w).relu()
    return nllLoss(linear(hidden, v).logSoftmax(1), labels, null, { reduction: 'mean', ignoreIndex: -100 })
  },
  'with a penalty': () => x.mul(y).sum().sigmoid().add(x.square().sum().add(y.square().sum()).mul(0.1)),
  'ten times itself': () => {
    let h = x
    for (let i = 0; i < 10; i++) h = h.add(h.mul(y))
    return h
  },
}

interface ExpectedGraph {
  readonly nodes: readonly (readonly [kind: string, name: string, shape: readonly number[]])[]
  readonly edges: readonly (readonly [from: number, to: number, kind: string])[]
}

/** A graph as the fixture has it. */
function encoded({ nodes, edges }: AutogradGraph): ExpectedGraph {
  const places = new Map(nodes.map(({ id }, i) => [id, i]))
  return {
    nodes: nodes.map(({ kind, name, shape }) => [kind, name, [...shape]]),
    edges: edges.map(({ from, to, kind }) => [places.get(from) as number, places.get(to) as number, kind]),
  }
}

describe('autogradGraph gives the functions, leaves and views that PyTorch records', () => {
  const expected = readFixture<Record<string, ExpectedGraph>>('autograd_graphs.json')

  it('for all programs of the fixture', () => {
    expect(Object.keys(programs)).toEqual(Object.keys(expected))
  })

  it.each(Object.entries(programs))('for %s', (name, program) => {
    expect(encoded(autogradGraph(program(), { params }))).toEqual(expected[name])
  })
})

describe('autogradGraph', () => {
  it('gives access to the leaves, the outputs and the functions', () => {
    const loss = x.mul(2).sum()
    const { nodes } = autogradGraph(loss)
    const found = nodes.map((node) => (node.kind === 'function' ? node.gradFn : node.tensor))
    expect(found[0]).toBe(loss)
    expect(found[1]).toBe(loss.gradFn)
    expect(found.at(-1)).toBe(x)
  })

  it('takes names as module.namedParameters() gives them', () => {
    expect(autogradGraph(x, { params: [['layer.weight', x]] }).nodes.map(({ name }) => name)).toEqual(['layer.weight'])
  })

  it('gives saved tensors on request: a leaf as itself, what was computed as a node of its own', () => {
    const output = x.exp().mul(y)
    const { nodes, edges } = autogradGraph(output, { params, showSaved: true })
    const names = new Map(nodes.map(({ id, kind, name }) => [id, `${kind} ${name}`]))
    const saved = edges
      .filter(({ kind }) => kind === 'saved')
      .map(({ from, to }) => `${names.get(from)} by ${names.get(to)}`)
    // exp keeps its result, which the product keeps too, beside the leaf y.
    expect(saved.sort()).toEqual([
      'leaf y by function MulBackward0',
      'saved  by function ExpBackward0',
      'saved  by function MulBackward0',
    ])
    expect(nodes.filter(({ kind }) => kind === 'saved')).toHaveLength(1)
  })

  it('draws an output that its own function keeps without going in a circle', () => {
    const output = x.exp()
    const { nodes } = autogradGraph(output, { showSaved: true })
    const drawn = nodes.flatMap((node) => (node.kind === 'function' || node.tensor !== output ? [] : [node.kind]))
    expect(drawn).toEqual(['output', 'saved'])
  })

  it('refuses saved tensors that backward has freed, and does without them', () => {
    const output = x.mul(y).sum()
    output.backward()
    expect(() => autogradGraph(output, { showSaved: true })).toThrow(
      'MulBackward0: trying to backward through the graph a second time',
    )
    expect(autogradGraph(output).nodes).toHaveLength(7)
  })

  it('walks through 10,000 ops in a row', () => {
    let h = x
    for (let i = 0; i < 10_000; i++) h = h.mul(2)
    expect(autogradGraph(h).nodes).toHaveLength(10_003)
  })
})
