export type SimdVariant = 'strict' | 'relaxed'

/** How many sums run side by side: enough to hide the latency of both instructions, few enough for the registers. */
export const CHAINS = 12

/** Of a multiplication and an addition on four lanes. */
export const FLOPS_PER_LINK = 8

// The parts of WebAssembly's binary format that are needed here.
const I32 = 0x7f
const F32 = 0x7d
const V128 = 0x7b
const opcodes = {
  loop: [0x03, 0x40],
  end: [0x0b],
  branchIf: [0x0d, 0x00],
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  i32Const: 0x41,
  i32Subtract: 0x6b,
  f32Const: 0x43,
  f32Add: 0x92,
  splat: [0xfd, 0x13],
  extractLane0: [0xfd, 0x1f, 0x00],
  f32x4Multiply: [0xfd, 0xe6, 0x01],
  f32x4Add: [0xfd, 0xe4, 0x01],
  relaxedMultiplyAdd: [0xfd, 0x85, 0x02],
} as const

// The function's variables.
const ROUNDS = 0
const FACTOR = 1
const TERM = 2
const FIRST_SUM = 3

/**
 * A module whose function `run(rounds)` does nothing but multiply-adds on registers, `CHAINS` vectors of four float32 a
 * round: as fast as this engine can compute on one thread. Its bytes are put together here, so no compiler is needed.
 */
export function peakModule(variant: SimdVariant): Uint8Array<ArrayBuffer> {
  const functionType = [0x60, ...list([[I32]]), ...list([[F32]])]
  const exported = [...name('run'), 0x00, 0x00]
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, list([functionType])),
    ...section(3, list([[0]])),
    ...section(7, list([exported])),
    ...section(10, list([sized(runFunction(variant))])),
  ])
}

function runFunction(variant: SimdVariant): number[] {
  const locals = list([[CHAINS + 2, V128]])
  const sums = Array.from({ length: CHAINS }, (_, i) => FIRST_SUM + i)
  return [
    ...locals,
    ...setVector(FACTOR, 0.5),
    ...setVector(TERM, 1.25),
    ...opcodes.loop,
    ...sums.flatMap((sum) => [...multiplyAdd(sum, variant), opcodes.localSet, sum]),
    ...[opcodes.localGet, ROUNDS, opcodes.i32Const, 1, opcodes.i32Subtract, opcodes.localTee, ROUNDS],
    ...opcodes.branchIf,
    ...opcodes.end,
    // A result that needs all sums, so that none of them is left out.
    ...sums.flatMap((sum) => [opcodes.localGet, sum, ...opcodes.extractLane0]),
    ...sums.slice(1).map(() => opcodes.f32Add),
    ...opcodes.end,
  ]
}

/** sum · factor + term */
function multiplyAdd(sum: number, variant: SimdVariant): number[] {
  const { localGet, relaxedMultiplyAdd, f32x4Multiply, f32x4Add } = opcodes
  if (variant === 'relaxed') return [localGet, sum, localGet, FACTOR, localGet, TERM, ...relaxedMultiplyAdd]
  return [localGet, sum, localGet, FACTOR, ...f32x4Multiply, localGet, TERM, ...f32x4Add]
}

function setVector(local: number, value: number): number[] {
  const bytes = new Uint8Array(Float32Array.of(value).buffer)
  return [opcodes.f32Const, ...bytes, ...opcodes.splat, opcodes.localSet, local]
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...sized(content)]
}

function list(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()]
}

function sized(bytes: readonly number[]): number[] {
  return [...unsigned(bytes.length), ...bytes]
}

function name(text: string): number[] {
  return sized([...new TextEncoder().encode(text)])
}

/** In LEB128. */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}
