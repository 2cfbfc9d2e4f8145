import type { Storage } from '@nn/tensor'

/** The block of a storage that may have died. */
interface Block {
  readonly ref: WeakRef<Storage>
  readonly address: number
  readonly size: number
}

/**
 * The storages that live in a pool. New ones are held, as a `WeakRef` would hold them too until the running job ends.
 * Those that were `settle`d after it, are not: the engine may collect them whenever it likes.
 */
export class Residents {
  private readonly held = new Set<Storage>()
  private readonly settled = new Map<number, Block>()

  add(storage: Storage): void {
    this.held.add(storage)
  }

  delete(storage: Storage): void {
    if (!this.held.delete(storage)) this.settled.delete(storage.address)
  }

  /** Holds none of them any longer. */
  settle(sizeOf: (storage: Storage) => number): void {
    for (const storage of this.held) {
      const { address } = storage
      this.settled.set(address, { ref: new WeakRef(storage), address, size: sizeOf(storage) })
    }
    this.held.clear()
  }

  /** Forgets those that were collected, and gives each one's block to `free`. Those that were not are held again. */
  sweep(free: (address: number, size: number) => void): void {
    for (const { ref, address, size } of this.settled.values()) {
      const storage = ref.deref()
      if (storage === undefined) free(address, size)
      else this.held.add(storage)
    }
    this.settled.clear()
  }

  /** Those that are alive. */
  *[Symbol.iterator](): IterableIterator<Storage> {
    yield* this.held
    for (const { ref } of this.settled.values()) {
      const storage = ref.deref()
      if (storage !== undefined) yield storage
    }
  }
}
