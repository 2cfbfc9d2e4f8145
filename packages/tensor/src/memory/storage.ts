import { thisCopy } from '../core/copies'
import { type DType, dtypes, type TypedArray } from '../core/dtype'

/** Where a backend keeps the elements of a storage when they are not in an ordinary array. */
export interface StorageHome {
  /** The memory that it is in: kernels take addresses in one memory together. */
  readonly memory: object
  /** The elements as an array over the backend's memory. Good until the next allocation. */
  view(storage: Storage): TypedArray
  /** Takes the memory back. The storage is never read again. */
  release(storage: Storage): void
}

/**
 * The elements of one or more tensors: views of each other share a storage. It counts the changes made to it (so that
 * autograd sees when a saved value was overwritten) and hides where the elements are: an ordinary array, or a block of
 * a backend's memory, between which a backend may move them at any allocation.
 */
export class Storage {
  readonly dtype: DType
  /** Number of elements. */
  readonly length: number
  /** Grows with every in-place change, of the tensor or of any view of it. */
  version = 0
  /** The scope that will free this storage, or null when it lives as long as something refers to it. */
  scope: object | null = null
  /** Owner of the block at `address`, null while the elements are in an ordinary array. */
  home: StorageHome | null
  /** Byte address in the home's memory. */
  address: number
  /** Set by the home at each use; what was used last moves out last. */
  lastUse = 0
  private array: TypedArray | null
  private freed = false

  constructor(dtype: DType, length: number, array: TypedArray | null, home: StorageHome | null, address: number) {
    this.dtype = dtype
    this.length = length
    this.array = array
    this.home = home
    this.address = address
  }

  /** A storage in an ordinary array, zeros unless one is given. */
  static inArray(dtype: DType, length: number, array?: TypedArray): Storage {
    return new Storage(dtype, length, array ?? new dtypes[dtype].array(length), null, 0)
  }

  /**
   * The elements. Fetch it again after any allocation: the elements may have moved.
   *
   * @throws Error after `free`.
   */
  get data(): TypedArray {
    // A view of a memory that has grown is detached, and of length 0: of no elements none can be told to be good still.
    const isGood = this.array !== null && this.array.length === this.length && (this.length > 0 || this.home === null)
    if (isGood) return this.array as TypedArray
    if (this.freed) {
      throw new Error(
        'this tensor was freed: it was made inside a scope that has ended (keep(tensor) lets one outlive it), or sent away',
      )
    }
    const view = (this.home as StorageHome).view(this)
    this.array = view
    return view
  }

  /** The copy of this package that made it: to another copy this tells what it is. */
  get madeBy(): string {
    return thisCopy
  }

  get isFreed(): boolean {
    return this.freed
  }

  /** Moves the elements to an ordinary array. The home calls it when it needs the block for others. */
  moveOut(): void {
    if (this.home === null) return
    const from = this.home.view(this)
    this.array = new dtypes[this.dtype].array(from)
    this.home = null
    this.address = 0
  }

  /** Takes `address` of `home` as the place of the elements, which the home has copied there. */
  moveIn(home: StorageHome, address: number): void {
    this.home = home
    this.address = address
    this.array = null
  }

  /** Gives the memory back now. Reading any tensor on this storage throws afterwards. */
  free(): void {
    if (this.freed) return
    this.freed = true
    this.array = null
    if (this.home !== null) {
      this.home.release(this)
      this.home = null
    }
  }
}
