import { type DType, dtypes, Storage, type StorageHome, type TypedArray } from '@nn/tensor'
import { Arena } from './arena'
import { findCollector } from './collect-garbage'

const PAGE = 65536
const MEGABYTE = 2 ** 20

/** The operands of the kernel that is about to run are among so many last used storages, and must stay. A power of 2. */
const RECENT = 32

/** What moving a storage out costs until it was measured, in milliseconds a byte. */
const USUAL_MOVE_COST = 0.15 / MEGABYTE

/** By how much the cost of a collection is forgotten whenever there was none, so that it is tried again. */
const FORGETTING = 0.98

/** Where storages have to move out, what a processor's cache holds is enough: a larger pool is slower. */
const CACHE_BYTES = 16 * MEGABYTE

/**
 * The home of storages in WebAssembly memory, of bounded size. Dead storages cannot be told from live ones without help,
 * and are not told by reference counts here; so when the pool is full
 * - in Node, garbage is collected and the blocks of what died are reused;
 * - where that cannot be done or costs more, the storages unused for longest move out to ordinary arrays. Nobody sees
 *   that: a kernel moves one back in if it is still used, and the copy of a dead one goes the way of every JavaScript
 *   object.
 */
export class Pool implements StorageHome {
  /** Below it the pool keeps plain numbers for kernels, and nothing else uses the memory. */
  static readonly FIRST_ADDRESS = 64

  private readonly memory: WebAssembly.Memory
  private readonly arena: Arena
  /** The storages that live here, each with when it came. */
  private readonly residents = new Map<Storage, number>()
  private limit: number
  /** What collections leave at least for short-lived storages, in bytes. */
  private readonly leastRoom: number
  /** What is enough for short-lived storages where they have to move out, in bytes. */
  private room: number
  /** The size at which the pool counts as full, in bytes. */
  private fullAt: number
  /** Bytes that have moved in since the pool was full last. */
  private movedIn = 0
  /** When the pool was full last. */
  private lastReclaim = 0
  private clock = 0
  /** The storages used last, so that none dies between the taking of its address and the kernel that reads there. */
  private readonly recent: Storage[] = []
  private collect: (() => void) | null | undefined
  /** Of the last collection, in milliseconds. */
  private collectionTime = 0
  /** Of storages that moved out, in milliseconds a byte. */
  private moveCost = USUAL_MOVE_COST
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
    this.leastRoom = limit
    this.room = Math.min(limit, CACHE_BYTES)
    this.fullAt = limit
  }

  /** A storage with a block of its own, not cleared. */
  allocate(dtype: DType, length: number): Storage {
    const address = this.takeBlock(length * dtypes[dtype].bytes)
    const storage = new Storage(dtype, length, null, this, address)
    this.residents.set(storage, this.clock)
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
    this.residents.set(storage, this.clock)
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

  /** Frees what is dead, or makes room by moving out. */
  private reclaim(size: number): void {
    if (this.collectDead()) this.growLimit(this.arena.used + size)
    else this.moveOldestOut()
    this.lastReclaim = this.clock
    this.movedIn = 0
    this.arena.join()
  }

  /** Leaves as much room for short-lived storages as the others take, and no less than at first. */
  private growLimit(alive: number): void {
    this.limit = Math.max(this.limit, alive + Math.max(alive, this.leastRoom))
    this.fullAt = this.limit
  }

  /** Collects garbage and frees the blocks of what died. False where that cannot be done, or moving out costs less. */
  private collectDead(): boolean {
    if (this.collect === undefined) this.collect = findCollector()
    if (this.collect === null) return false
    if (this.collectionTime > (this.limit / 2) * this.moveCost) {
      this.collectionTime *= FORGETTING
      return false
    }
    const began = performance.now()
    const blocks = Array.from(this.residents, ([storage, since]) => ({
      ref: new WeakRef(storage),
      since,
      address: storage.address,
      size: sizeOf(storage),
    }))
    this.residents.clear()
    this.collect()
    for (const { ref, since, address, size } of blocks) {
      const storage = ref.deref()
      if (storage === undefined) this.arena.free(address, size)
      else this.residents.set(storage, since)
    }
    this.collectionTime = performance.now() - began
    return true
  }

  /** Moves the storages that were not used for longest to ordinary arrays, but none of those that are used all the time. */
  private moveOldestOut(): void {
    const all = [...this.residents]
    const inUse = all.filter(([storage, since]) => since <= this.lastReclaim && storage.lastUse > this.lastReclaim)
    const bytesInUse = inUse.reduce((sum, [storage]) => sum + sizeOf(storage), 0)
    // Much has come back: it was needed again before its turn.
    if (this.movedIn > this.room / 4) this.room *= 2
    this.fullAt = bytesInUse + this.room
    const before = this.arena.used
    const began = performance.now()
    for (const [storage] of all.sort(([a], [b]) => a.lastUse - b.lastUse)) {
      if (this.arena.used <= bytesInUse + this.room / 2 || storage.lastUse > this.clock - RECENT) break
      this.residents.delete(storage)
      this.arena.free(storage.address, sizeOf(storage))
      storage.moveOut()
    }
    const freed = before - this.arena.used
    if (freed > 0) this.moveCost = (performance.now() - began) / freed
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
    for (const storage of this.residents.keys()) storage.refresh()
    this.arena.extend(this.memory.buffer.byteLength)
  }
}

function sizeOf(storage: Storage): number {
  return Arena.sizeFor(storage.length * dtypes[storage.dtype].bytes)
}
