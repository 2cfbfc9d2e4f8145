import { describe, expect, it } from 'vitest'
import printing from '../../../testing/fixtures/printing.json'
import printingMore from '../../../testing/fixtures/printing_more.json'
import { type DType, dtypes } from '../../src/core/dtype'
import { formatTensor, type PrintableTensor, printoptions } from '../../src/print/index'
import { fillNormal, fillUniform, Generator } from '../../src/random/index'

function printable(shape: number[], data: ArrayLike<number>, dtype: DType = 'float32'): PrintableTensor {
  const elements = dtypes[dtype].array.from(data)
  return { shape, dtype, at: (index) => elements[index]! }
}

/** The seed that the printed random tensors were made with. */
const SEED = 7

function randn(...shape: number[]): Float32Array {
  const out = new Float32Array(shape.reduce((product, size) => product * size))
  fillNormal(out, 0, 1, new Generator(SEED))
  return out
}

function uniform(length: number, from: number, to: number): Float32Array {
  const out = new Float32Array(length)
  fillUniform(out, from, to, new Generator(SEED))
  return out
}

const requiresGrad = ['requires_grad=True']
const linearBound = 1 / Math.sqrt(3)

/** The expressions of the fixtures that are tensors, made by hand. */
const expressions: Record<string, [tensor: PrintableTensor, notes?: string[]]> = {
  'torch.tensor(2.3356)': [printable([], [2.3356])],
  'torch.tensor([1.,2.,3.])': [printable([3], [1, 2, 3])],
  'torch.tensor([1,2,3])': [printable([3], [1, 2, 3], 'int64')],
  'torch.tensor([True,False])': [printable([2], [1, 0], 'bool')],
  'torch.tensor([1.5,2.25,1000.])': [printable([3], [1.5, 2.25, 1000])],
  'torch.tensor([1e-5,1.])': [printable([2], [1e-5, 1])],
  'torch.tensor([1e10,1.])': [printable([2], [1e10, 1])],
  'torch.tensor([0.1,123456.])': [printable([2], [0.1, 123456])],
  'torch.tensor([float("nan"),1.,float("inf")])': [printable([3], [Number.NaN, 1, Number.POSITIVE_INFINITY])],
  'torch.zeros(0)': [printable([0], [])],
  'torch.zeros(2,0)': [printable([2, 0], [])],
  'torch.randn(3,4)': [printable([3, 4], randn(3, 4))],
  'torch.randn(2,2,requires_grad=True)': [printable([2, 2], randn(2, 2)), requiresGrad],
  'torch.randn(2,3,4)': [printable([2, 3, 4], randn(2, 3, 4))],
  'torch.randn(64,784)': [printable([64, 784], randn(64, 784))],
  'torch.arange(2000)': [
    printable(
      [2000],
      Array.from({ length: 2000 }, (_, i) => i),
      'int64',
    ),
  ],
  'torch.rand(5,5)*1e-4': [
    printable(
      [5, 5],
      uniform(25, 0, 1).map((x) => x * 1e-4),
    ),
  ],
  'torch.randn(3)*1e6': [
    printable(
      [3],
      randn(3).map((x) => x * 1e6),
    ),
  ],
  'torch.eye(3)': [printable([3, 3], [1, 0, 0, 0, 1, 0, 0, 0, 1])],
  'torch.tensor([[1],[-1]])': [printable([2, 1], [1, -1], 'int64')],
  'torch.randn(2,2,requires_grad=True)**2': [
    printable(
      [2, 2],
      randn(2, 2).map((x) => x * x),
    ),
    ['grad_fn=<PowBackward0>'],
  ],
  '(torch.randn(2,2,requires_grad=True)**2).mean()': [
    printable([], [randn(2, 2).reduce((sum, x) => sum + x * x, 0) / 4]),
    ['grad_fn=<MeanBackward0>'],
  ],
  'nn.Linear(3,2).weight': [printable([2, 3], uniform(6, -linearBound, linearBound)), requiresGrad],
  'torch.tensor(3)': [printable([], [3], 'int64')],
  'torch.tensor(True)': [printable([], [1], 'bool')],
  'torch.ones(2,2,dtype=torch.int32)': [printable([2, 2], [1, 1, 1, 1], 'int32')],
  'torch.tensor([-1.,2.])': [printable([2], [-1, 2])],
  'torch.randn(2,3)[0]': [printable([3], randn(2, 3).slice(0, 3))],
  'torch.randn(1,1,2000)': [printable([1, 1, 2000], randn(1, 1, 2000))],
  'torch.tensor([0.,-0.])': [printable([2], [0, -0])],
  'torch.tensor([1.0000001,1.])': [printable([2], [1.0000001, 1])],
  'torch.tensor([100000.,2.])': [printable([2], [100000, 2])],
  'torch.tensor([99999.5,2.])': [printable([2], [99999.5, 2])],
}

interface Case {
  readonly shape: number[]
  readonly dtype: DType
  readonly data?: (number | string)[]
  readonly pattern?: [number, number, number, number, number]
  readonly notes?: string[]
  readonly options?: Record<string, unknown>
  readonly str: string
}

const specialNumbers: Record<string, number> = {
  inf: Number.POSITIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
  nan: Number.NaN,
  '-0': -0,
}

function tensorOf({ shape, dtype, data, pattern }: Case): PrintableTensor {
  if (data)
    return printable(
      shape,
      data.map((value) => (typeof value === 'string' ? specialNumbers[value]! : value)),
      dtype,
    )
  const [a, b, m, c, s] = pattern!
  const length = shape.reduce((product, size) => product * size, 1)
  return printable(
    shape,
    Array.from({ length }, (_, i) => (((i * a + b) % m) - c) * s),
    dtype,
  )
}

function titleOf({ shape, dtype, notes, options }: Case, i: number): string {
  return [`${i}: ${dtype} of shape [${shape}]`, ...(notes ?? []), options && JSON.stringify(options)].join(' ')
}

/** Python's keyword arguments as ours. */
function camelCase({ sci_mode, ...options }: Record<string, unknown>): object {
  return sci_mode === undefined ? options : { ...options, sciMode: sci_mode }
}

describe('formatTensor prints as PyTorch does', () => {
  const known = printing.filter(({ expr }) => expr in expressions)

  it.each(known)('$expr', ({ expr, str }) => {
    // Before a parameter's own text, its class says "Parameter containing:".
    const expected = str.replace('Parameter containing:\n', '')
    expect(formatTensor(...expressions[expr]!)).toBe(expected)
  })

  const cases = (printingMore.cases as Case[]).map((entry, i) => [titleOf(entry, i), entry] as const)

  it.each(cases)('%s', (_, entry) => {
    const print = () => formatTensor(tensorOf(entry), entry.notes)
    expect(entry.options ? printoptions(camelCase(entry.options), print) : print()).toBe(entry.str)
  })
})

describe('formatTensor', () => {
  it('indents later lines by the length of the prefix', () => {
    const tensor = printable([2, 1], [1, 2], 'int64')
    expect(formatTensor(tensor, [], 'Weights(')).toBe('Weights([[1],\n         [2]])')
  })

  it('reads only the elements it shows of a large tensor', () => {
    const read = new Set<number>()
    const tensor: PrintableTensor = { shape: [1e6, 1e6], dtype: 'int64', at: (index) => read.add(index).size }
    formatTensor(tensor)
    expect(read.size).toBe(36)
  })
})
