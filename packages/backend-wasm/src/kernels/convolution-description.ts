import type { Storage } from '@nn/tensor'
import type { Pool } from '../memory/pool'

/** The fields of `Convolution` in assembly/convolution/description.ts, in their order, behind the four addresses. */
const sizeNames = [
  'xImage',
  'xChannel',
  'xRow',
  'xCol',
  'wOutput',
  'wChannel',
  'wRow',
  'wCol',
  'outImage',
  'outOutput',
  'outRow',
  'outCol',
  'channels',
  'rows',
  'cols',
  'kernelRows',
  'kernelCols',
  'outputs',
  'outRows',
  'outCols',
  'strideRows',
  'strideCols',
  'dilationRows',
  'dilationCols',
  'paddingRows',
  'paddingCols',
] as const

export type ConvolutionSizes = Readonly<Record<(typeof sizeNames)[number], number>>

const ADDRESSES = 4

/** Where the kernels read what to compute: too many numbers for arguments. */
export class ConvolutionDescription {
  private readonly pool: Pool
  private readonly storage: Storage

  constructor(pool: Pool) {
    this.pool = pool
    this.storage = pool.allocate('int32', ADDRESSES + sizeNames.length)
  }

  /** Writes a description over the one before, and gives its address. */
  write(x: number, w: number, bias: number, out: number, sizes: ConvolutionSizes): number {
    const address = this.pool.addressOf(this.storage)
    const { data } = this.storage
    data[0] = x
    data[1] = w
    data[2] = bias
    data[3] = out
    for (let i = 0; i < sizeNames.length; i++) data[ADDRESSES + i] = sizes[sizeNames[i] as keyof ConvolutionSizes]
    return address
  }
}
