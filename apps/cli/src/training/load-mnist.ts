import { statSync } from 'node:fs'
import { MNIST } from '@nn/data'
import { type Normalization, pixelTransform } from '@nn/trainer'

/** Which images, made ready how, from where. */
export interface MnistOptions {
  readonly train: boolean
  readonly normalization: Normalization
  /** Folder with the files; where it has none, or without a folder, it is the copy that comes with this program. */
  readonly data: string | undefined
}

/**
 * Loads MNIST's training or test images, ready for a network.
 *
 * @throws Error when the folder does not exist, or the files in it are damaged or empty.
 */
export async function loadMnist({ train, normalization, data }: MnistOptions): Promise<MNIST> {
  if (data !== undefined && !statSync(data, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`--data: there is no folder ${data}`)
  }
  const transform = pixelTransform(normalization)
  const dataset = await MNIST.load({ train, transform, ...(data === undefined ? {} : { root: data }) })
  if (dataset.length === 0) throw new Error(`there are no ${train ? 'training' : 'test'} images in ${data}`)
  return dataset
}
