import { arange, tensor } from '@nn/tensor'
import { writeIdx } from '../../src/index'

/** Three images of 2 × 2 bytes and their labels, as files in MNIST's format. */
export const ownImages: Uint8Array = writeIdx(arange(12).mul(20).to('uint8').view(3, 2, 2))
export const ownLabels: Uint8Array = writeIdx(tensor([7, 0, 9], { dtype: 'uint8' }))

export const IMAGES = 't10k-images-idx3-ubyte'
export const LABELS = 't10k-labels-idx1-ubyte'
