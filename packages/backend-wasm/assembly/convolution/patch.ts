import { fill } from '../copy'
import { TILE_ROWS } from '../matmul/tile'
import { copyRow } from '../vector/rows'
import { Block } from './block'
import { Convolution } from './description'

// The patch of a block is what its windows see of some channels: [images, channels, patchRows, patchCols], with the
// zeros of the padding. The window of place p has the tap t at `patch + places[p] + taps[t]`.

/** Copies the channels from `first` into the patch. */
export function packPatch(conv: Convolution, block: Block, first: usize, channels: usize, patch: usize): void {
  const top = block.row * conv.strideRows - conv.paddingRows
  const left = <isize>(block.col * conv.strideCols - conv.paddingCols)
  const patchCols = <isize>block.patchCols
  // The columns of the patch that lie in the image.
  const begin = min<isize>(max<isize>(-left, 0), patchCols)
  const end = max<isize>(min<isize>(<isize>conv.cols - left, patchCols), begin)
  for (let n: usize = 0; n < block.images; n++) {
    let plane = conv.x + 4 * ((block.image + n) * conv.xImage + first * conv.xChannel)
    for (let c: usize = 0; c < channels; c++) {
      for (let i: usize = 0; i < block.patchRows; i++) {
        const row = top + i
        // A row above the image has a number that is less than 0, or as it is unsigned, very large.
        if (row < conv.rows) {
          fill(patch, 0, begin)
          const from = plane + 4 * (row * conv.xRow + (left + begin) * conv.xCol)
          copyStrip(from, conv.xCol, patch + 4 * begin, end - begin)
          fill(patch + 4 * end, 0, patchCols - end)
        } else {
          fill(patch, 0, patchCols)
        }
        patch += 4 * patchCols
      }
      plane += 4 * conv.xChannel
    }
  }
}

function copyStrip(x: usize, xCol: usize, out: usize, n: usize): void {
  if (xCol == 1) {
    copyRow(x, out, n)
    return
  }
  for (; n > 0; n--) {
    store<f32>(out, load<f32>(x))
    x += 4 * xCol
    out += 4
  }
}

/** Writes where in a window the taps from `first` are, of a patch whose channels begin with that of the first. */
export function listTaps(conv: Convolution, block: Block, first: usize, count: usize, taps: usize): void {
  const ofChannel = conv.tapsOfChannel
  const start = first / ofChannel
  for (let t = first; t < first + count; t++) {
    const c = t / ofChannel - start
    const i = t % ofChannel / conv.kernelCols
    const j = t % conv.kernelCols
    const row = c * block.patchRows + i * conv.dilationRows
    store<usize>(taps, 4 * (row * block.patchCols + j * conv.dilationCols))
    taps += 4
  }
  repeatLast(taps, count)
}

/** Writes where in a patch of so many channels the windows of a block's places begin. */
export function listPlaces(conv: Convolution, block: Block, channels: usize, places: usize): void {
  const rowStep: usize = 4 * conv.strideRows * block.patchCols
  const colStep: usize = 4 * conv.strideCols
  let image: usize = 0
  for (let n: usize = 0; n < block.images; n++) {
    let row = image
    for (let r: usize = 0; r < block.rows; r++) {
      let place = row
      for (let q: usize = 0; q < block.cols; q++) {
        store<usize>(places, place)
        places += 4
        place += colStep
      }
      row += rowStep
    }
    image += 4 * channels * block.patchRows * block.patchCols
  }
  repeatLast(places, block.places)
}

/** Fills the last tile: its other rows compute what the last one does. */
@inline
function repeatLast(end: usize, count: usize): void {
  const last = load<usize>(end - 4)
  for (; count % TILE_ROWS != 0; count++) {
    store<usize>(end, last)
    end += 4
  }
}
