import { jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import type { Parallel, Work } from '../threads/parallel'
import { comparisonKernels } from './comparisons'
import { CHEAP, COSTLY, elements } from './elements'
import { addressOf, isDense, isNumber, operandAddress } from './operands'
import { inParts } from './parts'
import { asRows, type Rows } from './rows'

const unaryNames = [
  'abs',
  'ceil',
  'exp',
  'floor',
  'log',
  'neg',
  'reciprocal',
  'relu',
  'round',
  'rsqrt',
  'sigmoid',
  'sqrt',
  'square',
  'tanh',
  'trunc',
] as const
const binaryNames = ['add', 'sub', 'mul', 'div', 'maximum', 'minimum'] as const

type UnaryName = (typeof unaryNames)[number]
type BinaryName = (typeof binaryNames)[number]

const hasUnary = (name: string): name is UnaryName => (unaryNames as readonly string[]).includes(name)
const hasBinary = (name: string): name is BinaryName => (binaryNames as readonly string[]).includes(name)

/** Functions that take a polynomial; the others take an instruction or two. */
const costly: ReadonlySet<string> = new Set(['exp', 'log', 'sigmoid', 'tanh'])

/** The functions that are powers with these exponents. */
const powers: ReadonlyMap<number, UnaryName> = new Map<number, UnaryName>([
  [2, 'square'],
  [0.5, 'sqrt'],
  [-0.5, 'rsqrt'],
  [-1, 'reciprocal'],
])

/** Kernels that compute element by element. */
export function elementwiseKernels(
  parallel: Parallel,
  pool: Pool,
): Pick<Kernels, 'unary' | 'binary' | 'where' | 'addScaled' | 'unaryBackward' | 'copy' | 'fill'> {
  const { binary: compare, where } = comparisonKernels(parallel, pool)

  /** Runs a binary kernel where the operands, or large parts of them, can be seen as matrices. */
  function zip(kernel: BinaryName | 'addScaled', a: Strided, b: Strided, out: Strided, ...numbers: number[]): boolean {
    if (a.dtype !== 'float32' || b.dtype !== 'float32' || !isDense(out)) return false
    const rows = asRows(out.shape, [a, b])
    if (rows === null) return inParts(out, (part) => zip(kernel, part(a), part(b), part(out), ...numbers))
    const [[aRow, aCol], [bRow, bCol]] = rows.strides as [[number, number], [number, number]]
    const x = operandAddress(pool, a, 0)
    const y = operandAddress(pool, b, 1)
    const z = addressOf(pool, out)
    parallel.split(kernel, linesOf(rows), (first, count) => {
      const [i, j, m, n] = blockOf(rows, first, count)
      return [
        ...[x + 4 * (i * aRow + j * aCol), aRow, aCol],
        ...[y + 4 * (i * bRow + j * bCol), bRow, bCol],
        ...[z + 4 * (i * n + j), m, n],
        ...numbers,
      ]
    })
    return true
  }

  /** Copies what can, as a whole or in large parts, be seen as a matrix. */
  function copyRows(x: Strided, out: Strided): boolean {
    if (x.dtype !== 'float32' || out.dtype !== 'float32') return false
    const rows = asRows(out.shape, [x, out])
    if (rows === null) return inParts(out, (part) => copyRows(part(x), part(out)))
    const [[xRow, xCol], [outRow, outCol]] = rows.strides as [[number, number], [number, number]]
    const from = operandAddress(pool, x, 0)
    const to = addressOf(pool, out)
    if (rows.m === 1 && outCol !== 1) {
      // Elements with gaps between them are rows of one.
      parallel.run('copy2d', from, xCol, 1, to, outCol, rows.n, 1)
      return true
    }
    if (outCol !== 1) return false
    parallel.split('copy2d', linesOf(rows), (first, count) => {
      const [i, j, m, n] = blockOf(rows, first, count)
      return [from + 4 * (i * xRow + j * xCol), xRow, xCol, to + 4 * (i * outRow + j), outRow, m, n]
    })
    return true
  }

  function apply(name: UnaryName, x: Strided, out: Strided): boolean {
    if (!isDense(out)) return false
    // What is not dense is copied first and then computed where it is.
    const source = isDense(x) ? x : out
    if (source === out && !copyRows(x, out)) return false
    const from = addressOf(pool, source)
    const to = addressOf(pool, out)
    const work = elements(numelOf(out.shape), costly.has(name) ? COSTLY : CHEAP)
    parallel.split(name, work, (first, count) => [from + 4 * first, to + 4 * first, count])
    return true
  }

  /** A power whose exponent is a number and among those that are simpler functions. */
  function power(x: Strided, exponent: Strided, out: Strided): boolean {
    const value = isNumber(exponent) ? (exponent.storage.data[0] as number) : Number.NaN
    if (value === 3 && x.storage !== out.storage) {
      return x.dtype === 'float32' && apply('square', x, out) && zip('mul', out, x, out)
    }
    const name = powers.get(value)
    return name !== undefined && x.dtype === 'float32' && apply(name, x, out)
  }

  return {
    unary(f, x, out) {
      if (x.dtype !== 'float32' || !hasUnary(f.name) || !apply(f.name, x, out)) jsKernels.unary(f, x, out)
    },

    binary(f, a, b, out) {
      if (hasBinary(f.name) && zip(f.name, a, b, out)) return
      if (f.name === 'pow' && power(a, b, out)) return
      compare(f, a, b, out)
    },

    where,

    addScaled(a, b, alpha, out) {
      if (!zip('addScaled', a, b, out, alpha)) jsKernels.addScaled(a, b, alpha, out)
    },

    unaryBackward(name, grad, y, out) {
      // A gradient that is not dense, such as that of a sum, is copied first.
      const source = isDense(grad) ? grad : out
      if (!isDense(y) || !isDense(out) || (source === out && !copyRows(grad, out))) {
        return jsKernels.unaryBackward(name, grad, y, out)
      }
      const [g, from, to] = [addressOf(pool, source), addressOf(pool, y), addressOf(pool, out)]
      parallel.split(`${name}Backward`, elements(numelOf(out.shape), CHEAP), (first, count) => [
        ...[g + 4 * first, from + 4 * first, to + 4 * first, count],
      ])
    },

    copy(x, out) {
      if (!copyRows(x, out)) jsKernels.copy(x, out)
    },

    fill(value, out) {
      if (!isDense(out)) return jsKernels.fill(value, out)
      const to = addressOf(pool, out)
      parallel.split('fill', elements(numelOf(out.shape), CHEAP), (first, count) => [to + 4 * first, value, count])
    },
  }
}

/** Matrices are cut between rows, and a single row into pieces. */
function linesOf({ m, n }: Rows): Work {
  return m === 1 ? elements(n, CHEAP) : { count: m, nanoseconds: n * CHEAP }
}

/** The part of the matrix that `count` items of `linesOf` from `first` are. */
function blockOf({ m, n }: Rows, first: number, count: number): [row: number, col: number, m: number, n: number] {
  return m === 1 ? [0, first, 1, count] : [first, 0, count, n]
}
