import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeIdx } from '@nn/data'
import { randint } from '@nn/tensor'
import { temporaryFolder } from './temporary-folder'

/** A folder with a data set like MNIST, of random pixels and labels and small enough to train on in no time. */
export function smallMnist({ train = 96, test = 20 }: { train?: number; test?: number } = {}): string {
  const folder = temporaryFolder()
  for (const [prefix, count] of [
    ['train', train],
    ['t10k', test],
  ] as const) {
    const images = randint(0, 256, [count, 28, 28], { dtype: 'uint8' })
    const labels = randint(0, 10, [count], { dtype: 'uint8' })
    writeFileSync(join(folder, `${prefix}-images-idx3-ubyte`), writeIdx(images))
    writeFileSync(join(folder, `${prefix}-labels-idx1-ubyte`), writeIdx(labels))
  }
  return folder
}
