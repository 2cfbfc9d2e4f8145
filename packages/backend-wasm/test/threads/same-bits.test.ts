import { type Backend, scope, setBackend, sgdStep_, slice, type Tensor, tensor, zeros } from '@nn/tensor'
import { describe, expect, test } from 'vitest'
import { createBackend } from '../../src/create-backend'
import { sample } from '../kernels/samples'

const counts = [1, 2, 3, 8]
const backends = (await Promise.all(
  counts.map((threads) => createBackend({ poolSize: 64, threads, relaxed: false })),
)) as Backend[]

/** Runs `compute` on 1, 2, 3 and 8 threads: all bytes of what it returns have to be the same. */
function expectSameBits(compute: () => Tensor): void {
  const results = backends.map((backend) => {
    setBackend(backend)
    return scope(() => Buffer.from(compute().toTypedArray().buffer))
  })
  for (const [i, bits] of results.entries()) expect(results[0]!.equals(bits), `${counts[i]} threads`).toBe(true)
}

const numbers = sample(1_300_000)

/** A matrix of numbers that look random, in either memory order. */
function matrix(rows: number, cols: number, isTransposed = false, seed = 0): Tensor {
  const values = numbers.subarray(seed, seed + rows * cols)
  return isTransposed ? tensor(values).view(cols, rows).t() : tensor(values).view(rows, cols)
}

describe.each([
  ['A B', false, false],
  ['A Bᵀ', false, true],
  ['Aᵀ B', true, false],
  ['Aᵀ Bᵀ', true, true],
])('%s has the same bits on any number of threads', (_, aTransposed, bTransposed) => {
  test.each([1, 4, 5, 9, 10, 16, 23, 129])('with %i rows', (m) => {
    for (const n of [1, 4, 5, 9, 10, 16, 23, 129]) {
      // A sum long enough for the product to be worth cutting.
      const k = Math.min(Math.ceil(2.2e6 / (m * n)), 10_007)
      expectSameBits(() => matrix(m, k, aTransposed).matmul(matrix(k, n, bTransposed, 7)))
    }
  })
})

describe('on any number of threads', () => {
  test.each([2, 3, 17])('a batch of %i products has the same bits', (batch) => {
    expectSameBits(() => {
      const a = matrix(batch * 61, 300).view(batch, 61, 300)
      return a.matmul(matrix(batch * 300, 70, false, 5).view(batch, 300, 70))
    })
  })

  const long = 1_000_003
  test.each<[string, (x: Tensor, y: Tensor) => Tensor]>([
    ['exp', (x) => x.exp()],
    ['relu', (x) => x.relu()],
    ['sum of two', (x, y) => x.add(y)],
    ['sum with a number', (x) => x.add(3.1)],
    ['maximum', (x, y) => x.maximum(y)],
    [
      'copy of every other',
      (x) =>
        x
          .view(-1)
          .at(slice(0, long, 2))
          .contiguous(),
    ],
  ])('a long %s has the same bits', (_, compute) => {
    expectSameBits(() => compute(matrix(1, long), matrix(1, long, false, 9)))
  })

  test.each<[string, (x: Tensor) => Tensor]>([
    ['softmax', (x) => x.softmax(1)],
    ['log-softmax', (x) => x.logSoftmax(1)],
    ['sum over columns', (x) => x.sum(1)],
    ['sum over rows', (x) => x.sum(0)],
    ['largest of each row', (x) => x.amax(1)],
    ['sum with a row', (x) => x.add(x.select(0, 3))],
    ['sum with a column', (x) => x.add(x.narrow(1, 5, 1))],
    ['transposed copy', (x) => x.t().contiguous()],
    ['choice of rows', (x) => x.indexSelect(0, tensor([...Array(300).keys()].map((i) => (7 * i) % 501)))],
  ])('%s has the same bits', (_, compute) => {
    expectSameBits(() => compute(matrix(501, 1001)))
  })

  test('a training run has the same bits', () => {
    expectSameBits(() => {
      const x = matrix(128, 400)
      const target = matrix(128, 33, false, 3)
      const hidden = matrix(300, 400, false, 11).mul(0.05)
      const out = matrix(33, 300, false, 13).mul(0.05)
      const settings = { lr: 0.01, momentum: 0.9, dampening: 0, weightDecay: 0.01, nesterov: false, maximize: false }
      const updates = [hidden, out].map((param) => ({ param, buffer: zeros(param.shape) }))
      for (let step = 0; step < 20; step++) {
        const h = x.matmul(hidden.t()).tanh()
        const error = h.matmul(out.t()).sub(target)
        const gradH = error.matmul(out).mul(h.square().neg().add(1))
        const grads = [gradH.t().matmul(x), error.t().matmul(h)] as const
        sgdStep_(
          updates.map((update, i) => ({ ...update, grad: grads[i]!, isFirst: step === 0 })),
          settings,
        )
      }
      return hidden
    })
  })
})
