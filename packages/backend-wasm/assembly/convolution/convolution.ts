import { copy2d } from '../copy'
import { equalPart } from '../matmul/matmul'
import { MAX_PANEL_DEPTH } from '../matmul/panels'
import { TILE_COLS } from '../matmul/tile'
import { Block, firstBlock, nextBlock } from './block'
import { Convolution } from './description'
import { listPlaces, listTaps, packPatch } from './patch'
import { multiplyPatch, productBytes, ROW_BYTES } from './product'
import { BLOCK, FIRST_ROW, MAX_OUTPUTS, PANEL, PATCH, PLACES, SUMS, TAPS } from './scratch'

/**
 * Computes the convolution described at `description` for `count` images from `first`.
 *
 * It is a product of matrices: a row for each place of the output, a column for each output channel, terms for the taps
 * of a window. The windows are read where they overlap, in a patch of the input; the weights are packed into panels.
 * The terms are cut into equal parts, summed one after the other, as those of matmul are.
 */
export function convolution(description: usize, first: usize, count: usize, scratch: usize): void {
  const conv = changetype<Convolution>(description)
  const block = changetype<Block>(scratch + BLOCK)
  const depth = equalPart(conv.taps, MAX_PANEL_DEPTH)
  for (firstBlock(conv, block, first, count, conv.channelsOf(depth)); block.exists; nextBlock(conv, block)) {
    for (let o: usize = 0; o < conv.outputs; o += MAX_OUTPUTS) {
      const end = min(o + MAX_OUTPUTS, conv.outputs)
      let t: usize = 0
      do {
        addTaps(conv, block, o, end, t, min(depth, conv.taps - t), scratch)
        t += depth
      } while (t < conv.taps)
      storeOutputs(conv, block, o, end, scratch + SUMS)
    }
  }
}

/** Adds `count` taps from `first` to the sums of the outputs from `o`, which begin with the bias. */
function addTaps(
  conv: Convolution, block: Block, o: usize, end: usize, first: usize, count: usize, scratch: usize,
): void {
  const start = first / conv.tapsOfChannel
  const channels = count > 0 ? (first + count - 1) / conv.tapsOfChannel + 1 - start : 0
  packPatch(conv, block, start, channels, scratch + PATCH)
  listTaps(conv, block, first, count, scratch + TAPS)
  listPlaces(conv, block, channels, scratch + PLACES)
  let sums = scratch + SUMS
  for (; o < end; o += TILE_COLS) {
    const outputs = min(end - o, TILE_COLS)
    packWeights(conv, o, outputs, first, count, scratch + PANEL)
    let before = sums
    if (first == 0) {
      before = scratch + FIRST_ROW
      packBias(conv, o, outputs, before)
    }
    multiplyPatch(
      block.places, count, scratch + PATCH, scratch + PLACES, scratch + TAPS, scratch + PANEL,
      before, first == 0 ? 0 : ROW_BYTES, sums)
    sums += productBytes(block.places)
  }
}

/** panel[p, k] = the weight of output o + k at the tap first + p. Columns behind the last output may hold anything. */
function packWeights(conv: Convolution, o: usize, outputs: usize, first: usize, count: usize, panel: usize): void {
  const ofChannel = conv.tapsOfChannel
  for (let t = first; t < first + count; t++) {
    const c = t / ofChannel
    const i = t % ofChannel / conv.kernelCols
    const j = t % conv.kernelCols
    let w = conv.w + 4 * (o * conv.wOutput + c * conv.wChannel + i * conv.wRow + j * conv.wCol)
    for (let k: usize = 0; k < outputs; k++) {
      store<f32>(panel + 4 * k, load<f32>(w))
      w += 4 * conv.wOutput
    }
    panel += ROW_BYTES
  }
}

function packBias(conv: Convolution, o: usize, outputs: usize, row: usize): void {
  for (let i: usize = 0; i < outputs; i++) store<f32>(row + 4 * i, conv.bias ? load<f32>(conv.bias + 4 * (o + i)) : 0)
}

/** Copies the sums, in which outputs are columns, to their places in `out`. */
function storeOutputs(conv: Convolution, block: Block, o: usize, end: usize, sums: usize): void {
  const isJoined = conv.outRow == block.cols * conv.outCol
  const runs: usize = isJoined ? 1 : block.rows
  const length: usize = isJoined ? block.rows * block.cols : block.cols
  for (; o < end; o += TILE_COLS) {
    const outputs = min(end - o, TILE_COLS)
    let from = sums
    for (let n: usize = 0; n < block.images; n++) {
      let to = conv.outAt(block.image + n, o, block.row, block.col)
      for (let r: usize = 0; r < runs; r++) {
        if (conv.outCol == 1) copy2d(from, 1, TILE_COLS, to, conv.outOutput, outputs, length)
        else copyApart(from, to, conv.outOutput, conv.outCol, outputs, length)
        from += length * ROW_BYTES
        to += 4 * conv.outRow
      }
    }
    sums += productBytes(block.places)
  }
}

/** to[i, j] = from[j, i] for outputs i and places j, where the places are apart. */
function copyApart(from: usize, to: usize, outOutput: usize, outCol: usize, outputs: usize, length: usize): void {
  for (let j: usize = 0; j < length; j++) {
    for (let i: usize = 0; i < outputs; i++) store<f32>(to + 4 * i * outOutput, load<f32>(from + 4 * i))
    from += ROW_BYTES
    to += 4 * outCol
  }
}
