import { expect } from 'vitest'
import { loadFamilies } from '../../src/families/load-families'
import { loadModule, loadStrict } from '../../src/load-module'
import { mergeExports } from '../../src/merge-exports'

/** The module's functions, called with numbers only. */
export type Exports = Record<string, (...args: number[]) => number>

export type Numbers = Float32Array | Float64Array | Uint8Array

const PAGES = 32
const FENCE_BYTES = 64
/** Read as float32 or float64, bytes of 255 are a NaN: what a kernel reads from a fence shows in its result. */
const FENCE = 255

const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES })
const bytes = new Uint8Array(memory.buffer)
const families = await loadFamilies()
const modules = await Promise.all([loadStrict(false), ...families.map(({ module }) => loadModule(module, false))])
const instances: WebAssembly.Instance[] = modules.map((module) => {
  if (module === null) throw new Error('this engine has no WebAssembly SIMD')
  return new WebAssembly.Instance(module, { env: { memory } })
})

export const wasm: Exports = mergeExports(instances) as unknown as Exports

const INTS_AT = 64
const MAX_INTS = 256

/** The start of a region for the kernels' scratch. */
export const scratch: number = INTS_AT + 4 * MAX_INTS

const firstOperand = scratch + (wasm.scratchBytes?.() ?? 0)

/** Puts 32-bit numbers, of the kind that tell kernels what to do, in front of all operands and gives their address. */
export function placeInts(ints: readonly number[]): number {
  new Int32Array(memory.buffer, INTS_AT, MAX_INTS).set(ints)
  return INTS_AT
}

/**
 * Calls a kernel with operands that must not be overrun, and gives back what the operands then hold.
 *
 * Between the operands lie fences, which have to be intact afterwards. The call is repeated with each operand in turn
 * at the very end of the memory, where a read past it traps; all results have to be the same, bit for bit.
 */
export function runFenced<T extends Numbers[]>(operands: [...T], call: (...addresses: number[]) => void): T {
  const layouts = [...operands.keys(), -1].map((last) => runOnce(operands, last, call))
  const [first, ...others] = layouts as [T, ...T[]]
  for (const other of others) expect(other.every((result, i) => isSame(bitsOf(result), bitsOf(first[i]!)))).toBe(true)
  return first
}

function runOnce<T extends Numbers[]>(operands: T, last: number, call: (...addresses: number[]) => void): T {
  bytes.fill(FENCE, scratch, firstOperand)
  let top = firstOperand + FENCE_BYTES
  const places = operands.map((operand, i) => {
    const size = operand.BYTES_PER_ELEMENT
    const start = i === last ? bytes.length - operand.byteLength : Math.ceil(top / size) * size
    if (i !== last) top = start + operand.byteLength + 2 * FENCE_BYTES
    const end = start + operand.byteLength
    bytes.fill(FENCE, start - FENCE_BYTES, end + FENCE_BYTES)
    bytes.set(bitsOf(operand), start)
    return { start, end }
  })
  call(...places.map((place) => place.start))

  const results = operands.map((operand, i) => {
    const { start, end } = places[i]!
    expectFence(start - FENCE_BYTES, start)
    expectFence(end, Math.min(end + FENCE_BYTES, bytes.length))
    const Type = operand.constructor as new (buffer: ArrayBuffer) => Numbers
    return new Type(memory.buffer.slice(start, end))
  })
  return results as T
}

function bitsOf(operand: Numbers): Uint8Array {
  return new Uint8Array(operand.buffer, operand.byteOffset, operand.byteLength)
}

/** As `toEqual` for bytes, at a thousandth of its time. */
function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((byte, i) => byte === b[i])
}

function expectFence(start: number, end: number): void {
  expect(bytes.subarray(start, end).every((byte) => byte === FENCE)).toBe(true)
}
