import { describe, expect, it } from 'vitest'
import { DatasetError, parseIdx } from '../../src/index'
import { hex } from '../support/hex'

describe('parseIdx', () => {
  it.each([
    ['unsigned bytes', '00 00 08 01 00 00 00 02 07 ff', 'uint8', [7, 255]],
    ['signed bytes', '00 00 09 01 00 00 00 02 07 ff', 'int32', [7, -1]],
    ['shorts', '00 00 0b 01 00 00 00 02 01 00 ff fe', 'int32', [256, -2]],
    ['integers', '00 00 0c 01 00 00 00 01 ff ff ff 00', 'int32', [-256]],
    ['floats', '00 00 0d 01 00 00 00 01 3f c0 00 00', 'float32', [1.5]],
    ['doubles', '00 00 0e 01 00 00 00 01 bf f8 00 00 00 00 00 00', 'float64', [-1.5]],
  ])('reads %s, big-endian', (_, file, dtype, values) => {
    const array = parseIdx(hex(file))
    expect(array.dtype).toBe(dtype)
    expect(array.shape).toEqual([values.length])
    expect(Array.from(array.data)).toEqual(values)
  })

  it('reads several dimensions, and none', () => {
    expect(parseIdx(hex('00 00 08 02 00 00 00 01 00 00 00 02 05 06')).shape).toEqual([1, 2])
    expect(parseIdx(hex('00 00 08 00 05')).shape).toEqual([])
  })

  it("gives bytes as a view of the file's own", () => {
    const file = hex('00 00 08 01 00 00 00 02 07 ff')
    expect(parseIdx(file).data.buffer).toBe(file.buffer)
  })

  it('reads a part of a larger buffer', () => {
    expect(Array.from(parseIdx(hex('aa bb 00 00 0c 01 00 00 00 01 00 00 00 03').subarray(2)).data)).toEqual([3])
  })

  it.each([
    [
      'a truncated file',
      '00 00 08 01 00 00 00 05 07 ff',
      'labels: truncated, its header says [5] elements of 1 bytes, so expected 13 bytes in all, found 10',
    ],
    [
      'a file that is too long',
      '00 00 08 01 00 00 00 01 07 ff',
      'labels: too long, its header says [1] elements of 1 bytes, so expected 9 bytes in all, found 10',
    ],
    [
      'a truncated header',
      '00 00 08 03 00 00 00 01',
      'labels: truncated, a header of 3 dimensions takes 16 bytes, found 8 in all',
    ],
    [
      'another file',
      '3c 21 64 6f 63',
      'labels: no IDX file, expected it to start with 00 00, an element type (08, 09, 0b to 0e) and the number of dimensions, found 3c 21 64 6f',
    ],
    ['an unknown element type', '00 00 0a 01 00 00 00 00', 'found 00 00 0a 01'],
    ['three bytes', '00 00 08', 'found 00 00 08'],
  ])('refuses %s', (_, file, message) => {
    const parse = (): unknown => parseIdx(hex(file), { name: 'labels' })
    expect(parse).toThrow(DatasetError)
    expect(parse).toThrow(message)
  })

  it('refuses nothing at all', () => {
    expect(() => parseIdx(new Uint8Array())).toThrow('found nothing')
  })
})
