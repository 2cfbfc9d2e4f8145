import { inspect } from 'node:util'
import { ones } from '@nn/tensor'
import { expect, it } from 'vitest'
import '../src/index'

it('a node of the graph prints as in PyTorch', () => {
  const x = ones([2], { requiresGrad: true })
  const y = x.pow(2)
  expect(inspect(y.gradFn)).toBe('<PowBackward0 object>')
  expect(String(y.gradFn)).toBe('<PowBackward0 object>')
  expect(inspect(y.gradFn?.nextFunctions)).toBe('[ <AccumulateGrad object>, null ]')
})
