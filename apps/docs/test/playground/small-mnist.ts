import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MNIST, writeIdx } from '@nn/data'
import { onTestFinished } from 'vitest'

// Loaded once for all tests of a file.
const [trainset, testset] = await Promise.all([MNIST.load({ train: true }), MNIST.load({ train: false })])

/** A folder with the first images of MNIST in the files of MNIST, which goes when the test ends. */
export function smallMnist({ train, test }: { train: number; test: number }): string {
  const folder = mkdtempSync(join(tmpdir(), 'nn-docs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  write(folder, 'train', trainset, train)
  write(folder, 't10k', testset, test)
  return folder
}

function write(folder: string, prefix: string, { images, targets }: MNIST, count: number): void {
  writeFileSync(join(folder, `${prefix}-images-idx3-ubyte`), writeIdx(images.at(`:${count}`)))
  writeFileSync(join(folder, `${prefix}-labels-idx1-ubyte`), writeIdx(targets.at(`:${count}`).to('uint8')))
}
