import { jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { addressOf, isDense, operandAddress } from './operands'
import { asRows } from './rows'
import type { BinaryKernel, WasmExports } from './wasm-exports'

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

/** Kernels that compute element by element. */
export function elementwiseKernels(
  wasm: WasmExports,
  pool: Pool,
): Pick<Kernels, 'unary' | 'binary' | 'addScaled' | 'unaryBackward' | 'copy' | 'fill'> {
  /** Runs a binary kernel where the operands can be seen as matrices. */
  function zip(kernel: BinaryKernel, a: Strided, b: Strided, out: Strided): boolean {
    if (a.dtype !== 'float32' || b.dtype !== 'float32' || !isDense(out)) return false
    const rows = asRows(out.shape, [a, b])
    if (rows === null) return false
    const [[aRow, aCol], [bRow, bCol]] = rows.strides as [[number, number], [number, number]]
    const x = operandAddress(pool, a, 0)
    const y = operandAddress(pool, b, 1)
    kernel(x, aRow, aCol, y, bRow, bCol, addressOf(pool, out), rows.m, rows.n)
    return true
  }

  return {
    unary(name, x, out) {
      if (!hasUnary(name) || !isDense(x) || !isDense(out)) return jsKernels.unary(name, x, out)
      const from = addressOf(pool, x)
      wasm[name](from, addressOf(pool, out), numelOf(out.shape))
    },

    binary(name, a, b, out) {
      if (!hasBinary(name) || !zip(wasm[name], a, b, out)) jsKernels.binary(name, a, b, out)
    },

    addScaled(a, b, alpha, out) {
      const kernel: BinaryKernel = (...args) => wasm.addScaled(...args, alpha)
      if (!zip(kernel, a, b, out)) jsKernels.addScaled(a, b, alpha, out)
    },

    unaryBackward(name, grad, y, out) {
      if (!isDense(grad) || !isDense(y)) return jsKernels.unaryBackward(name, grad, y, out)
      const [g, from] = [addressOf(pool, grad), addressOf(pool, y)]
      wasm[`${name}Backward`](g, from, addressOf(pool, out), numelOf(out.shape))
    },

    copy(x, out) {
      const rows = x.dtype === 'float32' && isDense(out) ? asRows(out.shape, [x]) : null
      if (rows === null) return jsKernels.copy(x, out)
      const [[row, col]] = rows.strides as [[number, number]]
      const from = operandAddress(pool, x, 0)
      wasm.copy2d(from, row, col, addressOf(pool, out), rows.n, rows.m, rows.n)
    },

    fill(value, out) {
      if (!isDense(out)) return jsKernels.fill(value, out)
      wasm.fill(addressOf(pool, out), value, numelOf(out.shape))
    },
  }
}
