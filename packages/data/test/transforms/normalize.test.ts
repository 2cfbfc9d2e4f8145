import { arange, DTypeError, ones, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { transforms } from '../../src/index'
import { decoded, pytorch } from '../support/fixture'
import { values } from '../support/values'

const { normalize, toTensor } = transforms
const allBytes = arange(256).to('uint8').view(1, 256)

describe('normalize', () => {
  it.each(pytorch.normalize)('shifts by $mean and scales by $std as torchvision does, bit for bit', (entry) => {
    expect(values(normalize(entry.mean, entry.std)(toTensor()(allBytes)))).toEqual(values(decoded(entry.out)))
  })

  it('takes a mean and a deviation for each channel', () => {
    const { mean, std, tensor: image, out } = pytorch.colours
    expect(values(normalize(mean, std)(decoded(image)))).toEqual(values(decoded(out)))
  })

  it('takes plain numbers', () => {
    expect(normalize(0.5, 0.25)(ones([1, 1, 1])).item()).toBe(2)
  })

  it('refuses a deviation of 0', () => {
    expect(() => normalize([0.5], [0])).toThrow(new RangeError('normalize: std must not be 0, got [0]'))
    expect(() => normalize([0.5, 0.5], [1, 1e-60])).toThrow(RangeError)
  })

  it('refuses bytes, flat tensors and another number of channels', () => {
    expect(() => normalize(0, 1)(zeros([1, 2, 2], { dtype: 'uint8' }))).toThrow(DTypeError)
    expect(() => normalize(0, 1)(zeros([2, 2]))).toThrow('normalize: expects an image [..., C, H, W], got [2, 2]')
    expect(() => normalize([0, 0, 0], [1, 1, 1])(zeros([1, 2, 2]))).toThrow(
      'normalize: 3 values of mean do not fit an image [1, 2, 2]',
    )
  })
})
