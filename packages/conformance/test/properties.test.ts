import { grad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { cumsum, jsBackend, setBackend, type Tensor, tensor, zeros } from '@nn/tensor'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'

/**
 * A step of a random program: takes a matrix, gives a matrix, and keeps its numbers small. All are smooth, as the last bit may
 * decide on which side of a kink a number falls.
 */
const steps: Readonly<Record<string, (x: Tensor) => Tensor>> = {
  neg: (x) => x.neg(),
  exp: (x) => x.tanh().exp(),
  log: (x) => x.square().add(1).log(),
  sqrt: (x) => x.square().add(1).sqrt(),
  tanh: (x) => x.tanh(),
  sigmoid: (x) => x.sigmoid(),
  gated: (x) => x.mul(x.sigmoid()),
  square: (x) => x.tanh().square(),
  shifted: (x) => x.add(0.5).mul(-0.75),
  divided: (x) => x.div(x.square().add(1)),
  transposed: (x) => x.t(),
  centred: (x) => x.sub(x.mean(0, { keepdim: true })),
  scaled: (x) => x.mul(x.sum(1, { keepdim: true }).tanh()),
  product: (x) => x.tanh().matmul(x.t().tanh()),
  softmax: (x) => x.softmax(1),
  logSoftmax: (x) => x.logSoftmax(0),
  smoothMaximum: (x) => x.sub(x.logsumexp(1, { keepdim: true })),
  running: (x) => cumsum(x, 1).div(x.shape[1] as number),
  everyOther: (x) => x.at(':', '::2').sum(1, { keepdim: true }).add(x),
  reversedRows: (x) => x.at(tensor(Array.from({ length: x.shape[0] as number }, (_, i) => -1 - i))),
}

const program = fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 1, maxLength: 8 })
const size = fc.integer({ min: 1, max: 9 })

/** Rows of numbers between -4 and 4. */
const matrix = fc
  .tuple(size, size)
  .chain(([m, n]) =>
    fc.array(fc.array(fc.integer({ min: -4000, max: 4000 }), { minLength: n, maxLength: n }), {
      minLength: m,
      maxLength: m,
    }),
  )
  .map((rows) => rows.map((row) => row.map((value) => value / 1000)))

const toTensor = (rows: number[][]): Tensor => tensor(rows, { dtype: 'float32' })

/** Runs a program, and takes the gradient of its sum. */
function run(names: readonly string[], x: Tensor): { values: number[]; gradients: number[] } {
  const input = x.detach().requiresGrad_()
  const output = names.reduce((y, name) => (steps[name] as (y: Tensor) => Tensor)(y), input)
  const [gradient] = grad(output.sum(), input) as [Tensor]
  return { values: [...output.toTypedArray()], gradients: [...gradient.toTypedArray()] }
}

function expectClose(ours: readonly number[], theirs: readonly number[]): void {
  expect(ours).toHaveLength(theirs.length)
  const largest = Math.max(...theirs.map(Math.abs), 1)
  for (const [i, value] of theirs.entries()) expect(Math.abs((ours[i] as number) - value)).toBeLessThan(1e-4 * largest)
}

describe('random programs', () => {
  beforeAll(async () => {
    await useWasm()
  })

  test('give the same values and gradients on both backends', async () => {
    const wasm = await useWasm()
    fc.assert(
      fc.property(program, matrix, (names, rows) => {
        setBackend(jsBackend)
        const onJs = run(names, toTensor(rows))
        setBackend(wasm)
        const onWasm = run(names, toTensor(rows))
        expectClose(onWasm.values, onJs.values)
        expectClose(onWasm.gradients, onJs.gradients)
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  test('give the same values and gradients whatever the memory order of their input', () => {
    const layouts: Readonly<Record<string, (x: Tensor) => Tensor>> = {
      transposed: (x) => x.t().clone().t(),
      sliced(x) {
        const [m, n] = x.shape as [number, number]
        const room = zeros([2 * m + 1, 3 * n + 2])
        return room.at(`1:${2 * m + 1}:2`, `2:${3 * n + 2}:3`).copy_(x)
      },
    }
    fc.assert(
      fc.property(program, matrix, fc.constantFrom(...Object.keys(layouts)), (names, rows, layout) => {
        const contiguous = run(names, toTensor(rows))
        const strided = run(names, (layouts[layout] as (x: Tensor) => Tensor)(toTensor(rows)))
        expectClose(strided.values, contiguous.values)
        expectClose(strided.gradients, contiguous.gradients)
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  test('give the same values for an expanded row as for the row repeated', () => {
    fc.assert(
      fc.property(program, matrix, size, (names, rows, count) => {
        const row = toTensor(rows.slice(0, 1))
        const expanded = run(names, row.expand(count, -1))
        const repeated = run(names, row.expand(count, -1).clone())
        expectClose(expanded.values, repeated.values)
        expectClose(expanded.gradients, repeated.gradients)
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})
