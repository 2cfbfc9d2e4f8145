import { Convolution } from './description'

/** Places of the output that are computed at a time: enough to make up for what is packed for them. */
export const MAX_PLACES: usize = 1024

/** Room for what they see of the input: it stays in the second-level cache. */
export const PATCH_BYTES: usize = 256 << 10

/** A piece of the output: some rows and columns of one image, or several whole images. */
@unmanaged
export class Block {
  image: usize
  row: usize
  col: usize

  images: usize
  rows: usize
  cols: usize

  /** What its windows see of a channel. */
  patchRows: usize
  patchCols: usize

  /** The size of most blocks; the last ones may be smaller. */
  mostImages: usize
  mostRows: usize
  mostCols: usize
  endImage: usize

  @inline
  get places(): usize {
    return this.images * this.rows * this.cols
  }

  /** False behind the last one. */
  @inline
  get exists(): bool {
    return this.image < this.endImage
  }
}

export const BLOCK_BYTES: usize = offsetof<Block>()

/**
 * Cuts the output of `count` images from `first` into blocks of about equal sizes, as large as `MAX_PLACES` and a patch
 * of so many channels allow, and goes to the first.
 */
export function firstBlock(conv: Convolution, block: Block, first: usize, count: usize, channels: usize): void {
  let cols = evenPart(conv.outCols, MAX_PLACES)
  let rows = evenPart(conv.outRows, MAX_PLACES / cols)
  while (patchBytes(conv, rows, cols, channels) > PATCH_BYTES && rows * cols > 1) {
    if (rows > 1) rows = (rows + 1) / 2
    else cols = (cols + 1) / 2
  }
  const isWhole = rows == conv.outRows && cols == conv.outCols
  const images = min(MAX_PLACES / (rows * cols), PATCH_BYTES / patchBytes(conv, rows, cols, channels))
  block.mostImages = isWhole ? evenPart(count, max<usize>(images, 1)) : 1
  block.mostRows = rows
  block.mostCols = cols
  block.endImage = first + count
  block.image = first
  block.row = 0
  block.col = 0
  sizeBlock(conv, block)
}

/** Goes to the next block: to the right, down, then to the next images. */
export function nextBlock(conv: Convolution, block: Block): void {
  block.col += block.cols
  if (block.col == conv.outCols) {
    block.col = 0
    block.row += block.rows
  }
  if (block.row == conv.outRows) {
    block.row = 0
    block.image += block.images
  }
  sizeBlock(conv, block)
}

function sizeBlock(conv: Convolution, block: Block): void {
  block.images = min(block.mostImages, block.endImage - block.image)
  block.rows = min(block.mostRows, conv.outRows - block.row)
  block.cols = min(block.mostCols, conv.outCols - block.col)
  block.patchRows = conv.rowsSeenBy(block.rows)
  block.patchCols = conv.colsSeenBy(block.cols)
}

/** The room for what so many rows and columns of places see of so many channels. */
function patchBytes(conv: Convolution, rows: usize, cols: usize, channels: usize): usize {
  return max<usize>(channels, 1) * conv.rowsSeenBy(rows) * conv.colsSeenBy(cols) * 4
}

/** The length of the parts, about equal and none longer than `most`, into which n > 0 is cut. */
function evenPart(n: usize, most: usize): usize {
  const parts = (n + most - 1) / most
  return (n + parts - 1) / parts
}
