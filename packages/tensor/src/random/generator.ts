import { type Kind, kind } from '../core/kinds'
import { signature } from '../core/signature'
import { decodeState, encodeState } from './generator-state'
import { Mt19937 } from './mt19937'
import { checkSeed, type Seed, seedKind } from './seed'

const DEFAULT_SEED = 67280421310721n

const takesNothing = signature('seed', {})
const takesSeed = signature('manualSeed', { seed: seedKind })
const stateKind: Kind<Uint8Array> = kind('what getState() gave, a Uint8Array', (value) => value instanceof Uint8Array)
const takesState = signature('setState', { state: stateKind })

/**
 * A stream of random numbers: PyTorch's CPU generator, number for number. Every function that draws takes one as
 * `generator`, and without it draws from `defaultGenerator`.
 *
 * @example
 * const generator = new Generator(0)
 * generator.random32() // 2357136044
 * generator.manualSeed(0).random32() // 2357136044
 * @see torch.Generator
 */
export class Generator {
  /** Null before the first use of a generator that starts anywhere. */
  private started: Mt19937 | null
  private seedInUse: bigint
  /** The second value of the last pair of normal numbers, null when it was used: a part of the stream's state. */
  spareNormal: number | null = null

  /**
   * @param seed an integer from -2^63 to 2^64 - 1; PyTorch's own default without it
   * @throws TypeError when `seed` is not an integer, RangeError beyond the range
   */
  constructor(seed: Seed = DEFAULT_SEED, ...none: []) {
    takesSeed([seed], none, 'Generator')
    this.seedInUse = checkSeed('Generator', seed)
    this.started = engineFor(this.seedInUse)
  }

  /** One that starts anywhere, and not before it is used: loading a module draws nothing. */
  static unseeded(): Generator {
    const generator = new Generator()
    generator.started = null
    return generator
  }

  private get engine(): Mt19937 {
    if (this.started === null) this.seed()
    return this.started as Mt19937
  }

  /**
   * Starts the stream that belongs to `seed`, and returns this generator.
   *
   * @param seed an integer from -2^63 to 2^64 - 1; a negative one means 2^64 + seed
   * @throws TypeError when `seed` is not an integer, RangeError beyond the range
   * @example
   * new Generator().manualSeed(-1).initialSeed() // 18446744073709551615n
   * @see torch.Generator.manual_seed
   */
  manualSeed(seed: Seed, ...none: []): this {
    takesSeed([seed], none)
    this.start(checkSeed('manualSeed', seed))
    return this
  }

  /**
   * Starts a stream that nobody can foresee, and returns its seed.
   *
   * @example
   * const generator = new Generator()
   * generator.seed() === generator.initialSeed() // true
   * @see torch.Generator.seed
   */
  seed(...none: []): bigint {
    takesNothing([], none)
    const [seed] = crypto.getRandomValues(new BigUint64Array(1))
    this.start(seed!)
    return this.seedInUse
  }

  /**
   * The seed this stream started from, from 0 to 2^64 - 1.
   *
   * @example
   * new Generator(42).initialSeed() // 42n
   * @see torch.Generator.initial_seed
   */
  initialSeed(...none: []): bigint {
    takesNothing([], none, 'initialSeed')
    if (this.started === null) this.seed()
    return this.seedInUse
  }

  /**
   * Where the stream is, to come back to with `setState`: the 5056 bytes of PyTorch's own `get_state()`.
   *
   * @example
   * const generator = new Generator(0)
   * const state = generator.getState()
   * generator.random32() // 2357136044
   * generator.setState(state).random32() // 2357136044
   * @see torch.Generator.get_state
   */
  getState(...none: []): Uint8Array {
    takesNothing([], none, 'getState')
    const engine = this.engine.snapshot()
    return encodeState({ seed: this.seedInUse, engine, spareNormal: this.spareNormal })
  }

  /**
   * Goes on from where `getState` (of this library or of PyTorch) was called.
   *
   * @throws RangeError when the bytes are no generator's state
   * @example
   * new Generator(1).setState(new Generator(0).getState()).random32() // 2357136044
   * @see torch.Generator.set_state
   */
  setState(bytes: Uint8Array, ...none: []): this {
    takesState([bytes], none)
    const { seed, engine, spareNormal } = decodeState(bytes)
    this.seedInUse = seed
    this.started = Mt19937.restore(engine.state, engine.position)
    this.spareNormal = spareNormal
    return this
  }

  /** An integer from 0 to 2^32 - 1: one word of the engine. */
  random32(): number {
    return this.engine.next()
  }

  /** Fills `out` as that many calls of `random32` would, and several times faster. */
  fillRandom32(out: Uint32Array): void {
    this.engine.fill(out)
  }

  /**
   * Has a kernel draw words, as many calls of `random32` would: `draw` gets the engine's state, 624 words, to change it in
   * place, with how many of them were drawn, and says how many are drawn afterwards.
   */
  drawWith(draw: (state: Int32Array, drawn: number) => number): void {
    this.engine.drawWith(draw)
  }

  /** An integer from 0 to 2^64 - 1: two words of the engine, the high one first. */
  random64(): bigint {
    const high = this.engine.next()
    return (BigInt(high) << 32n) | BigInt(this.engine.next())
  }

  /** A number in [0, 1): the low 24 bits of `random32`, over 2^24. */
  randomFloat(): number {
    return (this.engine.next() & 0xffffff) * 2 ** -24
  }

  /** A number in [0, 1): the low 53 bits of `random64`, over 2^53. */
  randomDouble(): number {
    const high = this.engine.next()
    return doubleFromWords(high, this.engine.next())
  }

  private start(seed: bigint): void {
    this.seedInUse = seed
    this.started = engineFor(seed)
    this.spareNormal = null
  }
}

/** The low 53 bits of the integer made of two words, over 2^53. */
export function doubleFromWords(high: number, low: number): number {
  return ((high & 0x1fffff) * 2 ** 32 + low) * 2 ** -53
}

function engineFor(seed: bigint): Mt19937 {
  return new Mt19937(Number(BigInt.asIntN(32, seed)))
}
