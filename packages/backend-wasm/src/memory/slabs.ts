import type { Storage, StorageHome, TypedArray } from '@nn/tensor'

/** Bytes of a slab. */
const SLAB = 1024
/** Slabs are cut from chunks, so that they lie together and not between large blocks. */
const CHUNK = 65536
/** So many slabs may wait for a collection. */
const MOST_WAITING = 8192

/** Storages of so many bytes at most are tiny. */
export const TINY = 256

/**
 * Tiny storages side by side. They hold their slab, which holds none of them: it dies with the last one, so that the pool needs
 * to ask of one object whether all are dead, and the engine collects each as any other short-lived object.
 */
class Slab implements StorageHome {
  readonly address: number
  readonly memory: WebAssembly.Memory
  readonly blockSize: number
  private readonly slabs: Slabs
  private taken = 0
  private released = 0

  constructor(slabs: Slabs, address: number, blockSize: number) {
    this.slabs = slabs
    this.memory = slabs.home.memory
    this.address = address
    this.blockSize = blockSize
  }

  get isUsedUp(): boolean {
    return this.taken * this.blockSize === SLAB
  }

  take(): number {
    return this.address + this.blockSize * this.taken++
  }

  view(storage: Storage): TypedArray {
    return this.slabs.home.view(storage)
  }

  release(): void {
    this.released++
    if (this.isUsedUp && this.released === this.taken) this.slabs.reuse(this)
  }
}

/** The slabs of a pool. */
export class Slabs {
  readonly home: StorageHome & { readonly memory: WebAssembly.Memory }
  private readonly takeChunk: (bytes: number) => number | null
  /** The slab that storages of a block size are put into now. */
  private readonly current = new Map<number, Slab>()
  /** Slabs of which nobody knows whether all is dead. */
  private readonly waiting = new Set<Slab>()
  /** Addresses of slabs that are free. */
  private readonly free: number[] = []

  /** @param takeChunk gives the address of that many bytes for good, or null where there is no room */
  constructor(home: Slabs['home'], takeChunk: Slabs['takeChunk']) {
    this.home = home
    this.takeChunk = takeChunk
  }

  /** True where dead ones should be looked for before more slabs are taken. */
  get isFull(): boolean {
    return this.free.length === 0 && this.waiting.size >= MOST_WAITING
  }

  /** A slab with room for a storage of `bytes`, or null where there is no memory for it. */
  slabFor(bytes: number): Slab | null {
    const blockSize = bytes <= 64 ? 64 : bytes <= 128 ? 128 : TINY
    const slab = this.current.get(blockSize)
    return slab === undefined || slab.isUsedUp ? this.newSlab(blockSize) : slab
  }

  private newSlab(blockSize: number): Slab | null {
    const address = this.free.pop() ?? this.cutChunk()
    if (address === null) return null
    const slab = new Slab(this, address, blockSize)
    this.current.set(blockSize, slab)
    this.waiting.add(slab)
    return slab
  }

  private cutChunk(): number | null {
    const chunk = this.takeChunk(CHUNK)
    if (chunk === null) return null
    for (let at = CHUNK - SLAB; at > 0; at -= SLAB) this.free.push(chunk + at)
    return chunk
  }

  reuse(slab: Slab): void {
    if (this.waiting.delete(slab)) this.free.push(slab.address)
  }

  /** Lets go of all slabs; the function that it gives takes back those that a collection left, and frees the others. */
  letGo(): () => void {
    const slabs = Array.from(this.waiting, (slab) => ({ ref: new WeakRef(slab), address: slab.address }))
    this.waiting.clear()
    return () => {
      for (const { ref, address } of slabs) {
        const slab = ref.deref()
        if (slab === undefined) this.free.push(address)
        else this.waiting.add(slab)
      }
    }
  }
}
