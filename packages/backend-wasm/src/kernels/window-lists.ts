import type { Storage, Windows } from '@nn/tensor'
import type { Pool } from '../memory/pool'

/** Where the kernels read which windows a pool has. */
export class WindowLists {
  private readonly pool: Pool
  private storage: Storage

  constructor(pool: Pool) {
    this.pool = pool
    this.storage = pool.allocate('int32', 256)
  }

  /** Writes windows over those before, and gives the kernels' arguments for both dimensions. */
  write(rows: Windows, cols: Windows): number[] {
    const lists = [...rows.start, ...rows.end, ...cols.start, ...cols.end]
    if (lists.length > this.storage.length) this.storage = this.pool.allocate('int32', lists.length)
    const address = this.pool.addressOf(this.storage)
    this.storage.data.set(lists)
    const [rowCount, colCount] = [rows.start.length, cols.start.length]
    return [address, rowCount, rows.step, address + 8 * rowCount, colCount, cols.step]
  }
}
