import { isContiguous, jsKernels, type Kernels, numelOf, type Strided } from '@nn/tensor'
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

/**
 * The kernels of the WebAssembly module for float32 tensors whose memory order they know. For everything else the
 * JavaScript kernels run on views of the same memory.
 *
 * @param scratch address of the working memory of matmul
 */
export function wasmKernels(wasm: WasmExports, pool: Pool, scratch: number): Kernels {
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

  /** x as [rows before the reduced dimensions, reduced, rows behind them], where they lie side by side. */
  function splitAt(x: Strided, dims: readonly number[]): [before: number, reduced: number, behind: number] | null {
    const first = dims[0] ?? x.shape.length
    const last = dims[dims.length - 1] ?? first - 1
    if (last - first + 1 !== dims.length) return null
    return [numelOf(x.shape.slice(0, first)), numelOf(x.shape.slice(first, last + 1)), numelOf(x.shape.slice(last + 1))]
  }

  /** x as [m, n] with the rows along `dim`, which is the last of more than one element. */
  function alongLast(x: Strided, dim: number): [m: number, n: number] | null {
    const split = splitAt(x, x.shape.length === 0 ? [] : [dim])
    if (split === null || split[2] !== 1) return null
    return [split[0], split[1]]
  }

  return {
    ...jsKernels,

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

    reduce(name, x, dims, out) {
      const split = isDense(x) && out.dtype === 'float32' ? splitAt(x, dims) : null
      if (split === null) return jsKernels.reduce(name, x, dims, out)
      const [before, reduced, behind] = split
      const isSum = name === 'sum'
      const isMax = name === 'max' && reduced > 0
      if (isSum && behind === 1) wasm.sumDim1(addressOf(pool, x), addressOf(pool, out), before, reduced)
      else if (isSum && before === 1) wasm.sumDim0(addressOf(pool, x), addressOf(pool, out), reduced, behind)
      else if (isMax && behind === 1) wasm.maxDim1(addressOf(pool, x), addressOf(pool, out), before, reduced)
      else jsKernels.reduce(name, x, dims, out)
    },

    argReduce(name, x, dim, out) {
      const size = name === 'argmax' && isDense(x) ? alongLast(x, dim) : null
      if (size === null) return jsKernels.argReduce(name, x, dim, out)
      wasm.argmaxDim1(addressOf(pool, x), addressOf(pool, out, 8), ...size)
    },

    matmul(a, b, bias, out) {
      const rank = out.shape.length
      const isKnown = a.dtype === 'float32' && b.dtype === 'float32' && isDense(out)
      const isPlainBias = bias === null || (bias.dtype === 'float32' && bias.strides[0] === 1)
      const batch = numelOf(out.shape.slice(0, -2))
      const rows = isKnown && isPlainBias ? asBatches(out.shape.slice(0, -2), a, b) : null
      if (rows === null) return jsKernels.matmul(a, b, bias, out)
      const [m, n, k] = [out.shape[rank - 2], out.shape[rank - 1], a.shape[rank - 1]] as [number, number, number]
      const [aRow, aCol] = a.strides.slice(-2) as [number, number]
      const [bRow, bCol] = b.strides.slice(-2) as [number, number]
      const x = addressOf(pool, a)
      const y = addressOf(pool, b)
      const d = bias === null ? 0 : addressOf(pool, bias)
      const z = addressOf(pool, out)
      for (let i = 0; i < batch; i++) {
        const from = x + 4 * i * rows.a
        wasm.matmul(m, n, k, from, aRow, aCol, y + 4 * i * rows.b, bRow, bCol, d, 0, z + 4 * i * m * n, n, scratch)
      }
    },

    softmax(log, x, dim, out) {
      const size = isDense(x) && isDense(out) ? alongLast(x, dim) : null
      if (size === null) return jsKernels.softmax(log, x, dim, out)
      wasm[log ? 'logSoftmax' : 'softmax'](addressOf(pool, x), addressOf(pool, out), ...size)
    },

    softmaxBackward(log, grad, y, dim, out) {
      const size = isDense(grad) && isDense(y) ? alongLast(y, dim) : null
      if (size === null) return jsKernels.softmaxBackward(log, grad, y, dim, out)
      const [g, from] = [addressOf(pool, grad), addressOf(pool, y)]
      wasm[log ? 'logSoftmaxBackward' : 'softmaxBackward'](g, from, addressOf(pool, out), ...size)
    },

    sgdStep(param, grad, buffer, first, settings) {
      if (![param, grad, buffer ?? param].every(isDense)) return jsKernels.sgdStep(param, grad, buffer, first, settings)
      const { lr, momentum, dampening, weightDecay, nesterov, maximize } = settings
      const b = buffer === null ? 0 : addressOf(pool, buffer)
      const g = addressOf(pool, grad)
      const flags = [Number(nesterov), Number(maximize), Number(first)] as const
      wasm.sgd(addressOf(pool, param), g, b, numelOf(param.shape), lr, momentum, dampening, weightDecay, ...flags)
    },

    adamStep(param, grad, expAvg, expAvgSq, maxExpAvgSq, settings) {
      if (![param, grad, expAvg, expAvgSq, maxExpAvgSq ?? param].every(isDense)) {
        return jsKernels.adamStep(param, grad, expAvg, expAvgSq, maxExpAvgSq, settings)
      }
      const { lr, beta1, beta2, eps, weightDecay, decoupled, maximize, step } = settings
      const p = addressOf(pool, param)
      const g = addressOf(pool, grad)
      const mean = addressOf(pool, expAvg)
      const square = addressOf(pool, expAvgSq)
      const largest = maxExpAvgSq === null ? 0 : addressOf(pool, maxExpAvgSq)
      const flags = [Number(decoupled), Number(maximize)] as const
      wasm.adam(p, g, mean, square, largest, numelOf(param.shape), lr, beta1, beta2, eps, weightDecay, ...flags, step)
    },

    index(op, x, indices, out) {
      const [list] = indices
      const areRows = indices.length === 1 && list !== undefined && list.dtype === 'int64' && x.shape.length > 1
      if (
        !areRows ||
        !isDense(x) ||
        !isDense(out) ||
        !isContiguous(list.shape, list.strides) ||
        !areInside(list, x.shape[0] as number)
      ) {
        return jsKernels.index(op, x, indices, out)
      }
      const from = addressOf(pool, x)
      const places = addressOf(pool, list, 8)
      wasm.gatherRows(
        from,
        places,
        addressOf(pool, out),
        numelOf(list.shape),
        numelOf(x.shape) / (x.shape[0] as number),
      )
    },

    gatherBytes(bytes, rows, table, out) {
      const [count, length] = out.shape as [number, number]
      const areRowsWhole = bytes.strides[0] === length && bytes.offset === 0 && rows.strides[0] === 1
      if (!areRowsWhole || !isDense(out) || !isDense(table)) return jsKernels.gatherBytes(bytes, rows, table, out)
      const from = addressOf(pool, bytes, 1)
      const index = addressOf(pool, rows, 8)
      const values = addressOf(pool, table)
      wasm.gatherBytes(from, index, values, addressOf(pool, out), count, length)
    },
  }
}

/** True where every index counts from the front and is in range; the JavaScript kernel takes the others, and refuses. */
function areInside(list: Strided, size: number): boolean {
  const { data } = list.storage
  const count = numelOf(list.shape)
  for (let i = list.offset; i < list.offset + count; i++) {
    const index = data[i] as number
    if (!(index >= 0 && index < size)) return false
  }
  return true
}

/** The steps between the matrices of a batch in a and b, in elements, where all batch dimensions join to one. */
function asBatches(batch: readonly number[], a: Strided, b: Strided): { a: number; b: number } | null {
  const rows = asRows(batch, [{ strides: a.strides.slice(0, -2) }, { strides: b.strides.slice(0, -2) }])
  if (rows === null || rows.m !== 1) return null
  const [[, stepA], [, stepB]] = rows.strides as [[number, number], [number, number]]
  return { a: stepA, b: stepB }
}
