import { copy2d } from '../copy'
import { equalPart } from '../matmul/matmul'
import { MAX_PANEL_DEPTH } from '../matmul/panels'
import { TILE_COLS } from '../matmul/tile'
import { Block, firstBlock, nextBlock } from './block'
import { Convolution } from './description'
import { listPlaces, listTaps, packPatch } from './patch'
import { multiplyPatch, productBytes, ROW_BYTES } from './product'
import { BLOCK, MAX_OUTPUTS, MAX_TAPS, PANEL, PATCH, PLACES, SUMS, TAPS } from './scratch'

/**
 * Computes the gradient of a convolution's weight for `count` outputs from `first`, from the gradient of its output:
 * `out` of the description is read, `w`, which is contiguous for each output, is written.
 *
 * It is the product of a convolution with rows and terms exchanged: a row for each tap, a column for each output
 * channel, terms for the places of all images.
 */
export function convolutionWeight(description: usize, images: usize, first: usize, count: usize, scratch: usize): void {
  const conv = changetype<Convolution>(description)
  for (let t: usize = 0; t < conv.taps; t += MAX_TAPS) {
    const taps = min(conv.taps - t, MAX_TAPS)
    for (let o = first; o < first + count; o += MAX_OUTPUTS) {
      const end = min(o + MAX_OUTPUTS, first + count)
      sumOverPlaces(conv, images, o, end, t, taps, scratch)
      storeWeights(conv, o, end, t, taps, scratch + SUMS)
    }
  }
}

/** The sums of `count` taps from `first` for the outputs from `o`. */
function sumOverPlaces(
  conv: Convolution, images: usize, o: usize, end: usize, first: usize, count: usize, scratch: usize,
): void {
  const start = first / conv.tapsOfChannel
  const channels = (first + count - 1) / conv.tapsOfChannel + 1 - start
  const block = changetype<Block>(scratch + BLOCK)
  memory.fill(scratch + SUMS, 0, productBytes(count) * ((end - o + TILE_COLS - 1) / TILE_COLS))
  for (firstBlock(conv, block, 0, images, channels); block.exists; nextBlock(conv, block)) {
    packPatch(conv, block, start, channels, scratch + PATCH)
    listTaps(conv, block, first, count, scratch + TAPS)
    listPlaces(conv, block, channels, scratch + PLACES)
    let sums = scratch + SUMS
    for (let j = o; j < end; j += TILE_COLS) {
      packGradient(conv, block, j, min(end - j, TILE_COLS), scratch + PANEL)
      addPlaces(count, block.places, scratch, sums)
      sums += productBytes(count)
    }
  }
}

/** Adds the block's places, in equal parts, to the sums of 8 outputs. */
function addPlaces(taps: usize, places: usize, scratch: usize, sums: usize): void {
  const depth = equalPart(places, MAX_PANEL_DEPTH)
  for (let p: usize = 0; p < places; p += depth) {
    multiplyPatch(
      taps, min(depth, places - p), scratch + PATCH, scratch + TAPS, scratch + PLACES + 4 * p,
      scratch + PANEL + p * ROW_BYTES, sums, ROW_BYTES, sums)
  }
}

/** panel[p, i] = the gradient of output o + i at the block's place p. */
function packGradient(conv: Convolution, block: Block, o: usize, outputs: usize, panel: usize): void {
  for (let n: usize = 0; n < block.images; n++) {
    let from = conv.outAt(block.image + n, o, block.row, block.col)
    for (let r: usize = 0; r < block.rows; r++) {
      copy2d(from, conv.outCol, conv.outOutput, panel, TILE_COLS, block.cols, outputs)
      from += 4 * conv.outRow
      panel += block.cols * ROW_BYTES
    }
  }
}

/** Copies the sums, in which outputs are columns, to the rows of the weight. */
function storeWeights(conv: Convolution, o: usize, end: usize, first: usize, count: usize, sums: usize): void {
  for (; o < end; o += TILE_COLS) {
    const to = conv.w + 4 * (o * conv.wOutput + first)
    copy2d(sums, 1, TILE_COLS, to, conv.wOutput, min(end - o, TILE_COLS), count)
    sums += productBytes(count)
  }
}
