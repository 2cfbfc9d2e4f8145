import { type DType, dtypes, Storage, type StorageHome, type TypedArray } from '@nn/tensor'
import { Arena } from './arena'
import { findCollector } from './collect-garbage'

const PAGE = 65536
const MEGABYTE = 2 ** 20

/** Copying a dead storage out of the pool takes about this long, in milliseconds a byte; mostly page faults. */
const COPY_COST = 0.4 / MEGABYTE

/** The operands of the kernel that is about to run are among so many last used storages, and must stay. A power of 2. */
const RECENT = 32

/** After a collection that cost more than it saved, so many times are gone without. */
const PAUSE_AFTER_DEAR_COLLECTION = 8

/**
 * The home of storages in WebAssembly memory, of bounded size. Dead storages cannot be told from live ones without help,
 * and are not told by reference counts here; so when the pool is full
 * - in Node, garbage is collected and the blocks of what died are reused;
 * - elsewhere, or where the heap is so large that collecting costs more than copying, the storages unused for longest
 *   move out to ordinary arrays. Nobody sees that: a kernel moves one back in if it is still used, and the copy of a dead
 *   one goes the way of every JavaScript object.
 */
export class Pool implements StorageHome {
  /** Below it the pool keeps plain numbers for kernels, and nothing else uses the memory. */
  static readonly FIRST_ADDRESS = 64

  private readonly memory: WebAssembly.Memory
  private readonly arena: Arena
  private readonly residents = new Set<Storage>()
  /** The size at which the pool counts as full, in bytes. */
  private limit: number
  private clock = 0
  /** The storages used last, so that none dies between the taking of its address and the kernel that reads there. */
  private readonly recent: Storage[] = []
  private collect: (() => void) | null | undefined
  private pause = 0
  private numbers = new Float32Array()

  /**
   * @param memory the kernels' memory
   * @param start the first free byte in it
   * @param limit bytes of storages at which memory is reclaimed before more is taken; grows when so much is alive
   */
  constructor(memory: WebAssembly.Memory, start: number, limit: number) {
    this.memory = memory
    this.arena = new Arena(start, memory.buffer.byteLength)
    this.limit = limit
  }

  /** A storage with a block of its own, not cleared. */
  allocate(dtype: DType, length: number): Storage {
    const address = this.takeBlock(length * dtypes[dtype].bytes)
    const storage = new Storage(dtype, length, null, this, address)
    this.residents.add(storage)
    this.use(storage)
    return storage
  }

  /** The byte address of a storage, which moves in where it is not in the pool. */
  addressOf(storage: Storage): number {
    this.use(storage)
    if (storage.home === this) return storage.address
    const elements = storage.data
    const address = this.takeBlock(elements.byteLength)
    storage.moveIn(this, address)
    storage.data.set(elements)
    this.residents.add(storage)
    return address
  }

  /** Writes a number where kernels can read it, to one of two places, and gives the address. */
  numberAt(slot: 0 | 1, value: number): number {
    if (this.numbers.buffer !== this.memory.buffer) this.numbers = new Float32Array(this.memory.buffer, 0, 16)
    this.numbers[4 * slot] = value
    return 16 * slot
  }

  view(storage: Storage): TypedArray {
    return new dtypes[storage.dtype].array(this.memory.buffer, storage.address, storage.length)
  }

  release(storage: Storage): void {
    this.residents.delete(storage)
    this.arena.free(storage.address, sizeOf(storage))
  }

  private use(storage: Storage): void {
    storage.lastUse = ++this.clock
    this.recent[this.clock % RECENT] = storage
  }

  private takeBlock(bytes: number): number {
    const size = Arena.sizeFor(bytes)
    if (this.arena.used + size > this.limit) this.reclaim(size)
    let address = this.arena.allocate(size)
    if (address === null) {
      this.grow(size)
      address = this.arena.allocate(size)
    }
    if (address === null) throw new RangeError(`out of WebAssembly memory: ${bytes} bytes more do not fit`)
    return address
  }

  /** Frees what is dead, or makes room by moving out; where more than half is alive the limit rises. */
  private reclaim(size: number): void {
    if (!this.freeDead()) this.moveOldestOut()
    this.arena.join()
    const alive = this.arena.used + size
    if (alive > this.limit / 2) this.limit = 2 * alive
  }

  /** Collects garbage and frees the blocks of what died. False where that cannot be done or does not pay. */
  private freeDead(): boolean {
    if (this.collect === undefined) this.collect = findCollector()
    if (this.collect === null || this.pause-- > 0) return false
    const before = this.arena.used
    const began = performance.now()
    const blocks = [...this.residents].map((storage) => ({
      ref: new WeakRef(storage),
      address: storage.address,
      size: sizeOf(storage),
    }))
    this.residents.clear()
    this.collect()
    for (const { ref, address, size } of blocks) {
      const storage = ref.deref()
      if (storage === undefined) this.arena.free(address, size)
      else this.residents.add(storage)
    }
    const isWorthIt = performance.now() - began < (before - this.arena.used) * COPY_COST
    this.pause = isWorthIt ? 0 : PAUSE_AFTER_DEAR_COLLECTION
    return this.arena.used < before
  }

  /** Moves the half of the storages that were not used for longest to ordinary arrays. */
  private moveOldestOut(): void {
    const byAge = [...this.residents].sort((a, b) => a.lastUse - b.lastUse)
    const target = this.arena.used / 2
    for (const storage of byAge) {
      if (this.arena.used <= target || storage.lastUse > this.clock - RECENT) break
      this.residents.delete(storage)
      this.arena.free(storage.address, sizeOf(storage))
      storage.moveOut()
    }
  }

  /** Takes more memory, at least a quarter more: views of the old buffer are of no use afterwards. */
  private grow(size: number): void {
    const current = this.memory.buffer.byteLength
    const pages = Math.ceil(Math.max(size, current / 4) / PAGE)
    try {
      this.memory.grow(pages)
    } catch {
      throw new RangeError(`out of WebAssembly memory: ${current} bytes are in use and ${size} more do not fit`)
    }
    for (const storage of this.residents) storage.refresh()
    this.arena.extend(this.memory.buffer.byteLength)
  }
}

function sizeOf(storage: Storage): number {
  return Arena.sizeFor(storage.length * dtypes[storage.dtype].bytes)
}
