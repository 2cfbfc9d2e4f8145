import { type DType, dtypes, Storage, type StorageHome, type TypedArray } from '@nn/tensor'
import { Arena } from './arena'
import { availableMemory } from './available-memory'
import { cheapestRange } from './cheapest-range'
import { findCollector } from './collect-garbage'
import { OutOfMemory } from './out-of-memory'
import { Slabs, TINY } from './slabs'

const PAGE = 65536
const MEGABYTE = 2 ** 20

/** So many short-lived storages may wait to be collected, however small: each takes a kilobyte of JavaScript's own memory. */
const LEAST_COUNT = 65536

/** What the machine keeps for others: what takes more is refused, as otherwise the system would end the process. */
const RESERVE = 256 * MEGABYTE

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
 *
 * What finds no room in the memory, which cannot be larger than 4 GiB, lives in ordinary arrays too.
 */
export class Pool implements StorageHome {
  /** Below it the pool keeps plain numbers for kernels, and nothing else uses the memory. */
  static readonly FIRST_ADDRESS = 64

  readonly memory: WebAssembly.Memory
  private readonly arena: Arena
  /** The storages that live here, each with when it came. */
  private readonly residents = new Map<Storage, number>()
  /** Where tiny storages live if a collector tells which are dead. */
  private readonly slabs: Slabs
  /** How large the memory can become, in bytes. */
  private capacity: number
  private limit: number
  /** What collections leave at least for short-lived storages, in bytes. */
  private readonly leastRoom: number
  /** What is enough for short-lived storages where they have to move out, in bytes. */
  private room: number
  /** The size at which the pool counts as full, in bytes. */
  private fullAt: number
  /** The number of storages at which it counts as full. */
  private fullCount = LEAST_COUNT
  /** Bytes that have moved in since the pool was full last. */
  private movedIn = 0
  /** When the pool was full last. */
  private lastReclaim = 0
  private clock = 0
  /** The operands of the running kernel: none may move or die between the taking of its address and the reading there. */
  private readonly pinned: Storage[] = []
  /** How many of them count: an array is not cut at every kernel, which would take longer than many a kernel. */
  private pinnedCount = 0
  private isRunning = false
  private readonly collect: (() => void) | null
  /** Of the last collection, in milliseconds. */
  private collectionTime = 0
  /** Of storages that moved out, in milliseconds a byte. */
  private moveCost = USUAL_MOVE_COST
  private numbers = new Float32Array()

  /**
   * @param memory the kernels' memory
   * @param start the first free byte in it
   * @param room bytes for short-lived storages: with so many beside what is alive, memory is reclaimed before more is taken
   * @param capacity bytes that the memory can grow to
   */
  constructor(memory: WebAssembly.Memory, start: number, room: number, capacity: number) {
    this.memory = memory
    this.arena = new Arena(start, memory.buffer.byteLength)
    this.capacity = capacity
    this.leastRoom = Math.min(room, capacity / 4)
    this.limit = this.leastRoom
    this.room = Math.min(this.leastRoom, CACHE_BYTES)
    this.fullAt = this.limit
    this.collect = findCollector()
    this.slabs = new Slabs(this, (bytes) => this.takeBlock(bytes))
  }

  /** A storage, not cleared: with a block of its own, or in an ordinary array where there is no room for one. */
  allocate(dtype: DType, length: number): Storage {
    const bytes = length * dtypes[dtype].bytes
    if (bytes <= TINY && this.collect !== null) {
      const storage = this.allocateTiny(dtype, length, bytes)
      if (storage !== null) return storage
    }
    const address = this.takeBlock(bytes)
    if (address === null) return this.outside(dtype, length)
    const storage = new Storage(dtype, length, null, this, address)
    this.residents.set(storage, this.clock)
    this.use(storage)
    return storage
  }

  private allocateTiny(dtype: DType, length: number, bytes: number): Storage | null {
    if (this.slabs.isFull) this.collectDead()
    const slab = this.slabs.slabFor(bytes)
    return slab && new Storage(dtype, length, null, slab, slab.take())
  }

  /** A storage in an ordinary array, for what finds no room here. */
  private outside(dtype: DType, length: number): Storage {
    const bytes = length * dtypes[dtype].bytes
    const fits = (): boolean => bytes <= availableMemory() - RESERVE
    if (!fits() && !(this.collectDead() && fits())) {
      throw new RangeError(`out of memory: ${bytes} bytes more would take the last that this machine has`)
    }
    return Storage.inArray(dtype, length)
  }

  /** A kernel begins: the storages whose addresses it takes stay where they are until it ends. */
  beginKernel(): void {
    this.isRunning = true
  }

  endKernel(): void {
    this.isRunning = false
    this.pinnedCount = 0
  }

  /** In the middle of a kernel that goes on with other operands. */
  unpin(): void {
    this.pinnedCount = 0
  }

  /**
   * The byte address of a storage, which moves in where it is not in the pool.
   *
   * @throws OutOfMemory where that cannot be done beside the other operands of the running kernel.
   */
  addressOf(storage: Storage): number {
    this.use(storage)
    if (storage.home?.memory === this.memory) return storage.address
    const elements = storage.data
    const address = this.takeBlock(elements.byteLength)
    if (address === null) {
      throw new OutOfMemory(
        `out of WebAssembly memory: ${elements.byteLength} bytes do not fit beside the other operands`,
      )
    }
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
    if (this.isRunning) this.pinned[this.pinnedCount++] = storage
  }

  /** The address of a block, or null where nothing makes room for it. */
  private takeBlock(bytes: number): number | null {
    const size = Arena.sizeFor(bytes)
    if (size > this.capacity) return null
    if (this.arena.used + size > this.fullAt || this.residents.size >= this.fullCount) this.reclaim(size)
    return this.arena.allocate(size) ?? this.makeRange(size)
  }

  /** Frees what is dead, or makes room by moving out. */
  private reclaim(size: number): void {
    if (this.isWorthCollecting() && this.collectDead()) {
      this.growLimit(this.arena.used + size)
      // Near the end of memory the living make room, so that there is no collection for every few storages.
      if (this.fullAt - this.arena.used - size < this.leastRoom / 2) {
        this.moveOldestOut(this.capacity - size - this.leastRoom, Infinity)
      }
    } else this.makeRoom(size)
    this.lastReclaim = this.clock
    this.movedIn = 0
    this.arena.join()
  }

  /** Leaves as much room for short-lived storages as the others take, and no less than at first. */
  private growLimit(alive: number): void {
    this.limit = Math.min(this.capacity, Math.max(this.limit, alive + Math.max(alive, this.leastRoom)))
    this.fullAt = this.limit
    this.fullCount = this.residents.size + Math.max(this.residents.size, LEAST_COUNT)
  }

  /** Whether a collection costs less than moving out half of what waits. */
  private isWorthCollecting(): boolean {
    if (this.collectionTime <= (this.limit / 2) * this.moveCost) return true
    this.collectionTime *= FORGETTING
    return false
  }

  /** Collects garbage and frees the blocks of what died. False where that cannot be done. */
  private collectDead(): boolean {
    if (this.collect === null) return false
    // Nothing but the running kernel keeps its operands alive.
    this.pinned.length = this.pinnedCount
    const began = performance.now()
    const blocks = Array.from(this.residents, ([storage, since]) => ({
      ref: new WeakRef(storage),
      since,
      address: storage.address,
      size: sizeOf(storage),
    }))
    this.residents.clear()
    const takeSlabsBack = this.slabs.letGo()
    this.collect()
    takeSlabsBack()
    for (const { ref, since, address, size } of blocks) {
      const storage = ref.deref()
      if (storage === undefined) this.arena.free(address, size)
      else this.residents.set(storage, since)
    }
    this.collectionTime = performance.now() - began
    return true
  }

  /** Moves storages out until there is room for short-lived ones, but none of those that are used all the time. */
  private makeRoom(size: number): void {
    let bytesInUse = 0
    let countInUse = 0
    for (const [storage, since] of this.residents) {
      if (since > this.lastReclaim || storage.lastUse <= this.lastReclaim) continue
      bytesInUse += sizeOf(storage)
      countInUse++
    }
    // Much has come back: it was needed again before its turn.
    if (this.movedIn > this.room / 4) this.room *= 2
    this.fullAt = Math.min(this.capacity, bytesInUse + this.room)
    this.fullCount = countInUse + LEAST_COUNT
    const before = this.arena.used
    const began = performance.now()
    this.moveOldestOut(Math.min(bytesInUse + this.room / 2, this.capacity - size), countInUse + LEAST_COUNT / 2)
    const freed = before - this.arena.used
    if (freed > 0) this.moveCost = (performance.now() - began) / freed
  }

  /** Moves the storages that were not used for longest to ordinary arrays, until no more are left than so many. */
  private moveOldestOut(bytes: number, count: number): void {
    const pinned = this.pinnedNow()
    const byUse = [...this.residents.keys()].sort((a, b) => a.lastUse - b.lastUse)
    for (const storage of byUse) {
      if (this.arena.used <= bytes && this.residents.size <= count) break
      if (!pinned.has(storage)) this.moveOut(storage)
    }
  }

  private pinnedNow(): ReadonlySet<Storage> {
    return new Set(this.pinned.slice(0, this.pinnedCount))
  }

  private moveOut(storage: Storage): void {
    const { address } = storage
    storage.moveOut()
    this.residents.delete(storage)
    this.arena.free(address, sizeOf(storage))
  }

  /** A block where no free range is long enough; null where none can be made so long. */
  private makeRange(size: number): number | null {
    return (
      this.joinAndAllocate(size) ??
      (this.grow(size) ? this.arena.allocate(size) : null) ??
      (this.collectDead() ? this.joinAndAllocate(size) : null) ??
      (this.clearRange(size) ? this.joinAndAllocate(size) : null)
    )
  }

  private joinAndAllocate(size: number): number | null {
    this.arena.join()
    return this.arena.allocate(size)
  }

  /** Moves out what lies where the fewest bytes have to move. */
  private clearRange(size: number): boolean {
    const pinned = this.pinnedNow()
    const blocks = Array.from(this.residents.keys(), (storage) => ({
      storage,
      address: storage.address,
      size: sizeOf(storage),
      isPinned: pinned.has(storage),
    }))
    blocks.sort((a, b) => a.address - b.address)
    const range = cheapestRange(blocks, this.arena, size)
    for (const { storage } of range ?? []) this.moveOut(storage)
    return range !== null
  }

  /** Takes more memory, at least a quarter more. False at its end. */
  private grow(size: number): boolean {
    const current = this.memory.buffer.byteLength
    const wanted = Math.max(size, current / 4)
    const pages = Math.floor(Math.min(wanted + PAGE, this.capacity - current) / PAGE)
    if (pages <= 0) return false
    try {
      this.memory.grow(pages)
    } catch {
      // The machine has no more to give.
      this.capacity = current
      return false
    }
    this.arena.extend(this.memory.buffer.byteLength)
    return true
  }
}

function sizeOf(storage: Storage): number {
  return Arena.sizeFor(storage.length * dtypes[storage.dtype].bytes)
}
