/*
 * The state of a generator in bytes, laid out as PyTorch's CPUGeneratorImplState (little endian):
 *
 *   0     uint64       seed
 *   8     int32        words left in the block, plus one
 *   12    int32        1: seeded
 *   16    uint64       words drawn from the block
 *   24    uint64[624]  engine state
 *   5016  double       unused
 *   5024  double       spare normal number
 *   5032  double       unused
 *   5040  int32        1 when there is a spare normal number
 *   5044  12 bytes     unused
 */
const SEED = 0
const LEFT = 8
const SEEDED = 12
const DRAWN = 16
const WORDS = 24
const SPARE_NORMAL = 5024
const HAS_SPARE_NORMAL = 5040
const SIZE = 5056

const WORD_COUNT = 624

interface GeneratorState {
  readonly seed: bigint
  readonly engine: { readonly state: Int32Array; readonly position: number }
  readonly spareNormal: number | null
}

export function encodeState({ seed, engine, spareNormal }: GeneratorState): Uint8Array {
  const bytes = new Uint8Array(SIZE)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(SEED, seed, true)
  view.setInt32(LEFT, WORD_COUNT + 1 - engine.position, true)
  view.setInt32(SEEDED, 1, true)
  view.setUint32(DRAWN, engine.position, true)
  engine.state.forEach((word, i) => {
    view.setInt32(WORDS + 8 * i, word, true)
  })
  view.setFloat64(SPARE_NORMAL, spareNormal ?? 0, true)
  view.setInt32(HAS_SPARE_NORMAL, spareNormal === null ? 0 : 1, true)
  return bytes
}

/** @throws RangeError when the bytes are no generator's state */
export function decodeState(bytes: Uint8Array): GeneratorState {
  if (bytes.length !== SIZE) {
    throw new RangeError(`setState: a generator's state has ${SIZE} bytes, got ${bytes.length}`)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, SIZE)
  const left = view.getInt32(LEFT, true)
  const drawn = view.getUint32(DRAWN, true)
  if (view.getInt32(SEEDED, true) !== 1 || left < 1 || left > WORD_COUNT || drawn > WORD_COUNT) {
    throw new RangeError(`setState: these ${SIZE} bytes are no generator's state (${left} words left, ${drawn} drawn)`)
  }
  return {
    seed: view.getBigUint64(SEED, true),
    // A freshly seeded PyTorch generator has drawn nothing, but also has nothing left: its first block is still to come.
    engine: {
      state: Int32Array.from({ length: WORD_COUNT }, (_, i) => view.getInt32(WORDS + 8 * i, true)),
      position: left === 1 ? WORD_COUNT : drawn,
    },
    spareNormal: view.getInt32(HAS_SPARE_NORMAL, true) === 1 ? view.getFloat64(SPARE_NORMAL, true) : null,
  }
}
