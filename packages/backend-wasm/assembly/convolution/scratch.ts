import { TILE_COLS, TILE_ROWS } from '../matmul/tile'
import { BLOCK_BYTES, MAX_PLACES, PATCH_BYTES } from './block'
import { ROW_BYTES } from './product'

// The working memory of a convolution, as offsets from its start.

/** Channels of the output for which a patch serves before another takes its place. */
export const MAX_OUTPUTS: usize = 32

/** Taps whose sums over places are kept at a time. */
export const MAX_TAPS: usize = 256

/** The block that is computed. */
export const BLOCK: usize = 0
/** A row of a tile: what the sums begin with. */
export const FIRST_ROW: usize = BLOCK + BLOCK_BYTES
/** Lists of offsets in the patch, with room for a last tile. */
export const TAPS: usize = FIRST_ROW + ROW_BYTES
export const PLACES: usize = TAPS + (MAX_TAPS + TILE_ROWS) * 4
/** 8 columns of the matrix that the patch is multiplied with. */
export const PANEL: usize = PLACES + (MAX_PLACES + TILE_ROWS) * 4
/** The product: panels of 8 columns. */
export const SUMS: usize = PANEL + MAX_PLACES * ROW_BYTES
export const PATCH: usize = SUMS + MAX_OUTPUTS / TILE_COLS * (MAX_PLACES + TILE_ROWS) * ROW_BYTES

/** What `convolution` and `convolutionWeight` need. */
export const CONVOLUTION_SCRATCH_BYTES: usize = PATCH + PATCH_BYTES
