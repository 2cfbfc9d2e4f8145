import { type DType, dtypes, Storage, type StorageHome, type TypedArray } from '@nn/tensor'
import { Arena } from './arena'
import { findCollector } from './collect-garbage'
import { Residents } from './residents'

const PAGE = 65536
const MEGABYTE = 2 ** 20

/** Copying a dead storage out of the pool takes about this long, in milliseconds a byte; mostly page faults. */
const COPY_COST = 0.4 / MEGABYTE

/** The operands of the kernel that is about to run are among so many last used storages, and must stay. A power of 2. */
const RECENT = 32

/** After a collection that cost more than it saved, so many times are gone without. */
const PAUSE_AFTER_DEAR_COLLECTION = 8

/** Where storages have to move out, what a processor's cache holds is enough: a larger pool is slower. */
const CACHE_BYTES = 16 * MEGABYTE

/**
 * The home of storages in WebAssembly memory, of bounded size. Dead storages cannot be told from live ones without help,
 * and are not told by reference counts here; so when the pool is full
 * - in Node, garbage is collected and the blocks of what died are reused;
 * - elsewhere the blocks of what the engine has collected by itself are reused. It tells of those that were there when the
 *   event loop turned last, as it does in a loop that awaits;
 * - where neither yields anything, the storages unused for longest move out to ordinary arrays. Nobody sees that: a
 *   kernel moves one back in if it is still used, and the copy of a dead one goes the way of every JavaScript object.
 */
export class Pool implements StorageHome {
  /** Below it the pool keeps plain numbers for kernels, and nothing else uses the memory. */
  static readonly FIRST_ADDRESS = 64

  private readonly memory: WebAssembly.Memory
  private readonly arena: Arena
  private readonly residents = new Residents()
  private limit: number
  /** What is enough where storages have to move out, in bytes: room for those in use. */
  private enough: number
  /** The size at which the pool counts as full, in bytes. */
  private fullAt: number
  /** Bytes that have moved in since the pool was full last: many, where storages that are in use had to move out. */
  private movedIn = 0
  private clock = 0
  /** The storages used last, so that none dies between the taking of its address and the kernel that reads there. */
  private readonly recent: Storage[] = []
  private collect: (() => void) | null | undefined
  private pause = 0
  private willSettle = false
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
    this.enough = Math.min(limit, CACHE_BYTES)
    this.fullAt = limit
  }

  /** A storage with a block of its own, not cleared. */
  allocate(dtype: DType, length: number): Storage {
    const address = this.takeBlock(length * dtypes[dtype].bytes)
    const storage = new Storage(dtype, length, null, this, address)
    this.settleLater()
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
    // Where it comes from the pool of another backend, the elements stay readable there until the next allocation.
    storage.home?.release(storage)
    storage.moveIn(this, address)
    storage.data.set(elements)
    this.movedIn += elements.byteLength
    this.settleLater()
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
    if (this.arena.used + size > this.fullAt) this.reclaim(size)
    let address = this.arena.allocate(size)
    if (address === null) {
      this.grow(size)
      address = this.arena.allocate(size)
    }
    if (address === null) throw new RangeError(`out of WebAssembly memory: ${bytes} bytes more do not fit`)
    return address
  }

  /** Frees what is dead, or makes room by moving out; the limit rises where more than half is alive or in use. */
  private reclaim(size: number): void {
    this.sweep()
    if (this.arena.used > this.fullAt / 2) {
      if (this.collectDead()) this.makeRoomFor(2 * (this.arena.used + size))
      else this.moveOldestOut()
    }
    this.movedIn = 0
    this.arena.join()
  }

  /** Frees the blocks of what the engine has collected. */
  private sweep(): void {
    this.residents.sweep((address, size) => this.arena.free(address, size))
  }

  /** Collects garbage and frees the blocks of what died. False where that cannot be done, does not pay, or frees nothing. */
  private collectDead(): boolean {
    if (this.collect === undefined) this.collect = findCollector()
    if (this.collect === null || this.pause-- > 0) return false
    const before = this.arena.used
    const began = performance.now()
    this.residents.settle(sizeOf)
    this.collect()
    this.sweep()
    const freed = before - this.arena.used
    this.pause = performance.now() - began < freed * COPY_COST ? 0 : PAUSE_AFTER_DEAR_COLLECTION
    return freed > 0
  }

  private makeRoomFor(bytes: number): void {
    this.limit = Math.max(this.limit, bytes)
    this.fullAt = this.limit
  }

  /** Has the storages settle when the event loop turns next. */
  private settleLater(): void {
    if (this.willSettle) return
    this.willSettle = true
    setTimeout(() => {
      this.willSettle = false
      this.residents.settle(sizeOf)
    })
  }

  /** Moves the storages that were not used for longest to ordinary arrays, until the pool is half full. */
  private moveOldestOut(): void {
    if (this.movedIn > this.fullAt / 4) this.enough = 2 * this.fullAt
    this.makeRoomFor(this.enough)
    if (this.collect === null) this.fullAt = this.enough
    const byAge = [...this.residents].sort((a, b) => a.lastUse - b.lastUse)
    for (const storage of byAge) {
      if (this.arena.used <= this.fullAt / 2 || storage.lastUse > this.clock - RECENT) break
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
