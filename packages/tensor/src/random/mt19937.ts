/** Words in the state. */
const N = 624

/**
 * The Mersenne Twister mt19937 of Matsumoto and Nishimura: 32-bit words with period 2^19937 - 1. Words are made a block
 * of 624 at a time, so that a draw is one array read.
 */
export class Mt19937 {
  private readonly state = new Int32Array(N)
  /** The words of the state, tempered: the output. */
  private readonly block = new Uint32Array(N)
  private position = N

  /** Seeds the state from the low 32 bits of `seed`. */
  constructor(seed: number) {
    const { state } = this
    state[0] = seed
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1]!
      state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i
    }
  }

  /** An engine in a given `state`, with the first `position` words of its block already drawn. */
  static restore(state: Int32Array, position: number): Mt19937 {
    const engine = new Mt19937(0)
    engine.state.set(state)
    engine.block.set(state.map(temper))
    engine.position = position
    return engine
  }

  /** What `restore` takes. */
  snapshot(): { state: Int32Array; position: number } {
    return { state: this.state.slice(), position: this.position }
  }

  /** The next word, an integer from 0 to 2^32 - 1. */
  next(): number {
    if (this.position === N) this.makeBlock()
    return this.block[this.position++]!
  }

  /** Fills `out` with the next words: the same as that many calls of `next`, in less time. */
  fill(out: Uint32Array): void {
    for (let filled = 0; filled < out.length; ) {
      if (this.position === N) this.makeBlock()
      const end = Math.min(N, this.position + out.length - filled)
      out.set(this.block.subarray(this.position, end), filled)
      filled += end - this.position
      this.position = end
    }
  }

  /**
   * Has other code draw words: `draw` gets the state, to change it in place, with how many of its words were drawn, and
   * says how many of it are drawn afterwards.
   */
  drawWith(draw: (state: Int32Array, drawn: number) => number): void {
    this.position = draw(this.state, this.position)
    for (let i = 0; i < N; i++) this.block[i] = temper(this.state[i]!)
  }

  /** Each word of the new state comes from its neighbour and from the word `m` places on, around the end. */
  private makeBlock(): void {
    // Constants of the function, because bundlers turn those of the module into variables, which are slower here.
    const n = 624
    const m = 397
    const { state, block } = this
    for (let i = 0; i < n - m; i++) {
      const word = state[i + m]! ^ twist(state[i]!, state[i + 1]!)
      state[i] = word
      block[i] = temper(word)
    }
    for (let i = n - m; i < n - 1; i++) {
      const word = state[i + m - n]! ^ twist(state[i]!, state[i + 1]!)
      state[i] = word
      block[i] = temper(word)
    }
    const lastWord = state[m - 1]! ^ twist(state[n - 1]!, state[0]!)
    state[n - 1] = lastWord
    block[n - 1] = temper(lastWord)
    this.position = 0
  }
}

/** The top bit of `high` with the low 31 bits of `low`, times the twist matrix. */
function twist(high: number, low: number): number {
  const y = (high & 0x80000000) | (low & 0x7fffffff)
  return (y >>> 1) ^ (-(low & 1) & 0x9908b0df)
}

function temper(word: number): number {
  let y = word
  y ^= y >>> 11
  y ^= (y << 7) & 0x9d2c5680
  y ^= (y << 15) & 0xefc60000
  return y ^ (y >>> 18)
}
