import { AutogradError } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { evaluateExpression } from '../../src/figures/evaluate-expression'
import { type ExploredGraph, exploreGraph, graphVariables } from '../../src/figures/explore-graph'
import { expressions } from '../../src/figures/expressions'

const evaluate = (text: string): unknown => evaluateExpression(text, graphVariables()).toArray()

describe('evaluateExpression', () => {
  it('calls methods of tensors with tensors, numbers and lists', () => {
    expect(evaluate('a.mul(b).add(c)')).toBe(4)
    expect(evaluate(' a . mul( -2.5e1 ) ')).toBe(-50)
    expect(evaluate('x.reshape([3, -1]).sum(0)')).toEqual([2, 1.5])
    expect(evaluate('x.matmul(w).add(v.mul(a)).sum()')).toBeCloseTo(2.225, 5)
  })

  it('takes names for values in lines before', () => {
    expect(evaluate('h = a.mul(b)\n\nk = h.add(h)\nk.mul(h)\n')).toBe(72)
  })

  it.each([
    ['a.mul(b)\na.add(b)', 'expected a name and = in “a.mul(b)”'],
    ['h = 2\na', '“2” gives no tensor'],
    ['q.sum()', 'there is no tensor q but a, b, c, x, w, v, at character 1'],
    ['a.nothing()', 'tensors have no method nothing, at character 3'],
    ['a.constructor()', 'tensors have no method constructor'],
    ['a.grad()', 'tensors have no method grad'],
    ['a.mul(b', 'expected , or )'],
    ['a.mul', 'expected ('],
    ['a + b', 'expected the end, at character 2'],
    ['2', 'gives no tensor'],
    ['', 'expected a tensor or a number'],
    ['alert(1)', 'there is no tensor alert'],
    ['toString.call()', 'there is no tensor toString'],
    ['a.toString()', 'gives no tensor'],
    ['(2).mul(a)', 'expected a tensor or a number, at character 1'],
  ])('refuses %s', (text, message) => {
    expect(() => evaluate(text)).toThrow(SyntaxError)
    expect(() => evaluate(text)).toThrow(message)
  })
})

describe('expressions', () => {
  it.each(expressions)('has a graph for: $name', ({ text }) => {
    const { layout, facts } = exploreGraph(text)
    expect(layout.nodes.length).toBeGreaterThan(3)
    expect(facts.size).toBe(layout.nodes.length)
  })
})

describe('exploreGraph', () => {
  const factsOf = ({ layout, facts }: ExploredGraph, name: string): string[] => {
    const placed = layout.nodes.find(({ node }) => node.name === name)
    return facts.get(placed?.node.id ?? '')?.rows.map((row) => `${row.name}: ${row.value}`) ?? []
  }

  it('shows what functions saved and which gradients arrived', () => {
    // L = (a b + c)², so dL/d(ab) = 2 (ab + c) = 8 and dL/da = 8 b.
    const graph = exploreGraph('a.mul(b).add(c).pow(2)')
    expect(factsOf(graph, 'MulBackward0')).toEqual([
      'saved 1: tensor(2.)',
      'saved 2: tensor(-3.)',
      'gradient arriving: tensor(8.)',
    ])
    expect(factsOf(graph, 'a')).toEqual(['value: tensor(2.)', 'gradient: tensor(-24.)'])
    expect(factsOf(graph, '')).toEqual(['value: tensor(16.)', 'gradient: tensor(1.)'])
  })

  it('begins with ones where the result is not a single number', () => {
    expect(factsOf(exploreGraph('x.matmul(w)'), '').at(-1)).toBe('gradient: tensor([[1., 1.],\n        [1., 1.]])')
  })

  it('shows data without a graph', () => {
    const graph = exploreGraph('x.mul(2)')
    expect(graph.layout.nodes).toHaveLength(1)
    expect(factsOf(graph, '')).toHaveLength(1)
  })

  it('passes on what the tensor functions refuse', () => {
    expect(() => exploreGraph('a.add_(1)')).toThrow(AutogradError)
    expect(() => exploreGraph('w.matmul(w)')).toThrow('matmul')
  })
})
