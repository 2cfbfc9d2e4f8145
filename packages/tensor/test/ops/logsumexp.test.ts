import { describe, expect, it } from 'vitest'
import { logsumexp, tensor, zeros } from '../../src/index'
import { expectClose } from '../support/expect-close'

// PyTorch's answers.
describe('logsumexp', () => {
  it('does not overflow, and keeps infinities', () => {
    const rows = tensor([
      [1000, 1000],
      [-Infinity, -Infinity],
      [Infinity, 1],
      [0, 1],
    ])
    expectClose(logsumexp(rows.float(), 1), {
      shape: [4],
      dtype: 'float32',
      values: [1000.6931762695312, -Infinity, Infinity, 1.31326162815094],
    })
  })

  it('takes integers as floating point, and nothing as -∞', () => {
    expectClose(logsumexp(tensor([1, 2, 3]), 0), { shape: [], dtype: 'float32', values: [3.4076058864593506] })
    expect(logsumexp(zeros([0, 1]), 0).toArray()).toEqual([-Infinity])
  })
})
