import { contiguousStrides, type Kernels, numelOf, type Strided } from '@nn/tensor'
import type { Pool } from '../memory/pool'
import { isDense } from './operands'

/** For float32 tensors whose memory order a kernel does not know: copies for the time of a call. */
export interface Dense {
  /** Gives `use` the operand itself where it is dense, else a dense copy. */
  read(x: Strided, use: (dense: Strided) => void): void
  /** Gives `use` the output itself where it is dense, else room of which the elements are copied to it. */
  write(out: Strided, use: (dense: Strided) => void): void
}

export function denseCopies(pool: Pool, copy: Kernels['copy']): Dense {
  function withRoom({ shape }: Strided, use: (room: Strided) => void): void {
    const storage = pool.allocate('float32', numelOf(shape))
    use({ storage, dtype: 'float32', shape, strides: contiguousStrides(shape), offset: 0 })
    storage.free()
  }

  return {
    read(x, use) {
      if (isDense(x)) use(x)
      else
        withRoom(x, (room) => {
          copy(x, room)
          use(room)
        })
    },

    write(out, use) {
      if (isDense(out)) use(out)
      else
        withRoom(out, (room) => {
          use(room)
          copy(room, out)
        })
    },
  }
}
