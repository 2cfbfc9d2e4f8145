import type { DataFile } from '../files/data-file'

/** A training set and a test set of labelled images, and where they are found. */
export interface Collection {
  /** As errors and folders call it. */
  readonly name: string
  readonly train: Split
  readonly test: Split
  /** Addresses of folders that hold the four files, packed. */
  readonly mirrors: readonly string[]
  /** The npm package that brings the files in its folder `data`, null where there is none. */
  readonly package: string | null
}

export interface Split {
  readonly images: DataFile
  readonly labels: DataFile
}

/** The MD5 checksums of the four files, unpacked. */
export interface Checksums {
  readonly trainImages: string
  readonly trainLabels: string
  readonly testImages: string
  readonly testLabels: string
}

/** The four files of MNIST, whose names and sizes its siblings share. */
export function mnistSplits(md5: Checksums): { train: Split; test: Split } {
  return {
    train: {
      images: { name: 'train-images-idx3-ubyte', bytes: 47_040_016, md5: md5.trainImages },
      labels: { name: 'train-labels-idx1-ubyte', bytes: 60_008, md5: md5.trainLabels },
    },
    test: {
      images: { name: 't10k-images-idx3-ubyte', bytes: 7_840_016, md5: md5.testImages },
      labels: { name: 't10k-labels-idx1-ubyte', bytes: 10_008, md5: md5.testLabels },
    },
  }
}
