import { arange, ShapeError, tensor, zeros } from '@nn/tensor'
import { describe, expect, it } from 'vitest'
import { transforms } from '../../src/index'
import { decoded, pytorch } from '../support/fixture'
import { values } from '../support/values'

const { toTensor } = transforms
const allBytes = arange(256).to('uint8').view(1, 256)

describe('toTensor', () => {
  it('divides each byte by 255 as torchvision does, bit for bit', () => {
    expect(values(toTensor()(allBytes))).toEqual(values(decoded(pytorch.toTensor)))
  })

  it('puts the channels of a colour image first', () => {
    expect(values(toTensor()(decoded(pytorch.colours.image)))).toEqual(values(decoded(pytorch.colours.tensor)))
  })

  it('takes pixels as a canvas gives them', () => {
    const pixels = decoded(pytorch.colours.image)
    const image = { data: new Uint8ClampedArray(pixels.toTypedArray()), width: 3, height: 2 }
    expect(values(toTensor()(image))).toEqual(values(decoded(pytorch.colours.tensor)))
  })

  it('leaves numbers as they are that are no bytes', () => {
    expect(values(toTensor()(tensor([[300, -2.5]])))).toEqual(values(tensor([[[300, -2.5]]])))
  })

  it('refuses what is no image', () => {
    expect(() => toTensor()(zeros([4], { dtype: 'uint8' }))).toThrow(
      new ShapeError('toTensor: expects an image [H, W] or [H, W, C], got [4]'),
    )
    expect(() => toTensor()({ data: new Uint8Array(7), width: 3, height: 2 })).toThrow(
      new ShapeError('toTensor: 7 bytes do not fill an image of 3 × 2 pixels'),
    )
  })
})
