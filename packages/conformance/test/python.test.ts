import { Linear } from '@nn/nn'
import { manualSeed, type Tensor } from '@nn/tensor'
import { describe, expect, test } from 'vitest'
import { WholeFloat } from '../src/decode'
import { moduleNames } from '../src/names/modules'
import { torchNames } from '../src/names/torch'
import { evaluate } from '../src/python/evaluate'

const names = { torch: torchNames, nn: moduleNames, x: 3 }

describe('a Python expression', () => {
  test.each([
    ['-2**2', -4],
    ['2**-1', 0.5],
    ['1+2*x', 7],
    ['(1+2)*x', 9],
    ['8/2/2', 2],
    ['[1,(2,),()]', [1, [2], []]],
    ['"a"', 'a'],
    ["'b, c'", 'b, c'],
    ['[True,None]', [true, null]],
    ['1e-3', 0.001],
  ])('%s has the value that it has in Python', (source, expected) => {
    expect(evaluate(source, names)).toEqual(expected)
  })

  test('tells 1.0 from 1', () => {
    expect(evaluate('1.', names)).toEqual(new WholeFloat(1))
    expect((evaluate('torch.tensor([1,2])', names) as Tensor).dtype).toBe('int64')
    expect((evaluate('torch.tensor([1,-2.])', names) as Tensor).dtype).toBe('float32')
  })

  test('may be a function of one parameter', () => {
    const half = evaluate('lambda epoch: 0.5**epoch', names) as (epoch: number) => number
    expect(half(3)).toBe(0.125)
  })

  test('calls ours with PyTorch’s arguments, given by place or by name', () => {
    const made = ['nn.Linear(3, 2, False)', 'nn.Linear(out_features=2, in_features=3, bias=False)'].map((source) =>
      evaluate(source, names),
    ) as Linear[]
    for (const layer of made) {
      expect(layer).toBeInstanceOf(Linear)
      expect([layer.inFeatures, layer.outFeatures, layer.bias]).toEqual([3, 2, null])
    }
  })

  test('may index, call methods, and read what a module has', () => {
    manualSeed(0)
    expect((evaluate('nn.Linear(3,2).weight[0]', names) as Tensor).shape).toEqual([3])
    expect((evaluate('(torch.ones(2,2)*3).mean()', names) as Tensor).item()).toBe(3)
  })

  test.each(['1 +', 'f(', '[1 2]', 'a ; b', 'lambda: 1'])('%s is refused', (source) => {
    expect(() => evaluate(source, names)).toThrow(SyntaxError)
  })

  test('with a name that stands for nothing, or an argument that there is not, is refused', () => {
    expect(() => evaluate('y', names)).toThrow("'y' stands for nothing here")
    expect(() => evaluate('nn.NoSuch(1)', names)).toThrow(ReferenceError)
    expect(() => evaluate('nn.Linear(1, 2, color=3)', names)).toThrow('Linear: takes in_features, out_features, bias')
  })
})
