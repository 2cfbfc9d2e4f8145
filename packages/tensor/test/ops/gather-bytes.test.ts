import { describe, expect, it } from 'vitest'
import { arange, DTypeError, gatherBytes, IndexError, ShapeError, type Tensor, tensor, zeros } from '../../src/index'

const halves = arange(256).div(2)
const bytes = arange(60).mul(4).to('uint8').view(6, 10)

/** What it shall be, said with indexing. */
function indexed(from: Tensor, rows: Tensor, table: Tensor): unknown {
  return table.at(from.at(rows).long()).toArray()
}

describe('gatherBytes', () => {
  it('looks the bytes of rows up in a table', () => {
    const out = gatherBytes(
      tensor(
        [
          [0, 1],
          [2, 255],
        ],
        { dtype: 'uint8' },
      ),
      tensor([1, 0, 1]),
      halves,
    )
    expect(out.dtype).toBe('float32')
    expect(out.toArray()).toEqual([
      [1, 127.5],
      [0, 0.5],
      [1, 127.5],
    ])
  })

  it.each([1, 3, 4, 7, 10])('takes rows of %i bytes, whole or parts of longer ones', (length) => {
    const rows = tensor([5, 0, 3])
    const part = bytes.narrow(1, 10 - length, length)
    expect(gatherBytes(part, rows, halves).toArray()).toEqual(indexed(part, rows, halves))
  })

  it('takes rows and tables of any memory order', () => {
    const rows = tensor([
      [1, 9],
      [4, 9],
    ]).at(':', 0)
    const table = arange(512).float().at('1::2')
    expect(gatherBytes(bytes, rows, table).toArray()).toEqual(indexed(bytes, rows, table))
  })

  it('gives nothing of no rows', () => {
    expect(gatherBytes(bytes, zeros([0], { dtype: 'int64' }), halves).shape).toEqual([0, 10])
  })

  it.each([-1, 6])('refuses row %i of 6', (row) => {
    expect(() => gatherBytes(bytes, tensor([0, row]), halves)).toThrow(
      new IndexError(`gatherBytes: row ${row} is out of range for 6 rows`),
    )
  })

  it('refuses other dtypes and shapes', () => {
    const rows = tensor([0])
    expect(() => gatherBytes(bytes.float(), rows, halves)).toThrow(
      new DTypeError('gatherBytes: bytes must be uint8, got float32'),
    )
    expect(() => gatherBytes(bytes, rows.float(), halves)).toThrow(DTypeError)
    expect(() => gatherBytes(bytes, rows, halves.double())).toThrow(DTypeError)
    expect(() => gatherBytes(bytes.view(3, 2, 10), rows, halves)).toThrow(
      new ShapeError('gatherBytes: bytes must have shape [n, length], got [3, 2, 10]'),
    )
    expect(() => gatherBytes(bytes, tensor(0), halves)).toThrow(ShapeError)
    expect(() => gatherBytes(bytes, rows, arange(255).float())).toThrow(ShapeError)
  })
})
