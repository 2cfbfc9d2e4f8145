import { describe, expect, it } from 'vitest'
import { nanToNum, tensor } from '../../src/index'

const special = [NaN, Infinity, -Infinity, 1.5]

describe('nanToNum', () => {
  it('puts 0 and the largest numbers of the dtype in the places of NaN and the infinities', () => {
    const largest = 3.4028234663852886e38
    expect(nanToNum(tensor(special)).toArray()).toEqual([0, largest, -largest, 1.5])
    expect(nanToNum(tensor(special, { dtype: 'float64' })).toArray()).toEqual([
      0,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      1.5,
    ])
  })

  it('takes other numbers for them', () => {
    expect(nanToNum(tensor(special), { nan: 7, posinf: 8, neginf: 9 }).toArray()).toEqual([7, 8, 9, 1.5])
  })

  it('copies integers', () => {
    const x = tensor([1, 2])
    expect(nanToNum(x).toArray()).toEqual([1, 2])
    expect(nanToNum(x).storage).not.toBe(x.storage)
  })
})
