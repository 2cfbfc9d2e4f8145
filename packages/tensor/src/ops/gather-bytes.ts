import { DTypeError, IndexError, ShapeError } from '../core/errors'
import { allocate } from '../core/operand'
import { showShape } from '../core/shape'
import { getBackend } from '../memory/backend'
import type { Tensor } from '../tensor'

/**
 * Rows of bytes, each byte replaced by its entry in a table, in one pass: how a batch of images is scaled and normalised.
 *
 * $$ out_{ij} = table[bytes[rows_i, j]] $$
 *
 * @param bytes uint8, shape [n, length]
 * @param rows int64, shape [m], each from 0 to n - 1
 * @param table float32, shape [256]
 * @returns float32, shape [m, length]
 * @throws DTypeError for other dtypes.
 * @throws ShapeError for other shapes.
 * @throws IndexError for a row that is not there.
 * @example
 * const halves = arange(256).to('float32').div(2)
 * const bytes = tensor([[0, 1], [2, 255]], { dtype: 'uint8' })
 * gatherBytes(bytes, tensor([1]), halves).toArray() // [[1, 127.5]]
 */
export function gatherBytes(bytes: Tensor, rows: Tensor, table: Tensor): Tensor {
  checkOperand('bytes', bytes, 'uint8', bytes.ndim === 2, '[n, length]')
  checkOperand('rows', rows, 'int64', rows.ndim === 1, '[m]')
  checkOperand('table', table, 'float32', table.ndim === 1 && table.shape[0] === 256, '[256]')
  const [count, length] = bytes.shape as [number, number]
  checkRows(rows, count)
  const out = allocate([rows.shape[0] as number, length], 'float32')
  getBackend().kernels.gatherBytes(bytes.contiguous(), rows.contiguous(), table.contiguous(), out)
  return out
}

function checkOperand(name: string, x: Tensor, dtype: Tensor['dtype'], hasShape: boolean, shape: string): void {
  if (x.dtype !== dtype) throw new DTypeError(`gatherBytes: ${name} must be ${dtype}, got ${x.dtype}`)
  if (!hasShape) throw new ShapeError(`gatherBytes: ${name} must have shape ${shape}, got ${showShape(x.shape)}`)
}

function checkRows(rows: Tensor, count: number): void {
  const { data } = rows.storage
  const [length, step] = [rows.shape[0] as number, rows.strides[0] as number]
  for (let i = 0; i < length; i++) {
    const row = data[rows.offset + i * step] as number
    if (row < 0 || row >= count) throw new IndexError(`gatherBytes: row ${row} is out of range for ${count} rows`)
  }
}
