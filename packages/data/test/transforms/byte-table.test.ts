import { setDefaultDtype, type Tensor } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { transforms } from '../../src/index'
import { byteTable } from '../../src/transforms/byte-table'
import { pytorch } from '../support/fixture'

const { compose, lambda, normalize, toTensor } = transforms

describe('byteTable', () => {
  it.each(pytorch.normalize)('is what torchvision makes of each: mean $mean, std $std', ({ mean, std, out }) => {
    const table = byteTable(compose([toTensor(), normalize(mean, std)]))
    expect(table?.toArray()).toEqual(out.data)
  })

  it('is there for elementwise functions of the user', () => {
    const invert = lambda((x: Tensor) => x.neg().add(1), { elementwise: true })
    expect(
      byteTable(compose([toTensor(), invert]))
        ?.at(0)
        .item(),
    ).toBe(1)
  })

  it('is not there for other functions, several channels and other dtypes', () => {
    expect(byteTable(compose([toTensor(), (x: Tensor) => x.mul(2)]))).toBeNull()
    expect(byteTable(compose([toTensor(), normalize([0, 0, 0], [1, 1, 1])]))).toBeNull()
    expect(byteTable(lambda((x: Tensor) => x, { elementwise: true }))).toBeNull()
    setDefaultDtype('float64')
    try {
      expect(byteTable(toTensor())).toBeNull()
    } finally {
      setDefaultDtype('float32')
    }
  })
})
