import { type DownloadProgress, MNIST, type SourceOptions } from '@nn/data'
import { pixelTransform, tutorialNormalization } from '@nn/trainer'

/** MNIST, ready for a network. */
export interface Digits {
  readonly trainset: MNIST
  readonly testset: MNIST
}

/** How much has arrived of all files together. */
export interface DataProgress {
  /** Bytes. */
  readonly loaded: number
  /** Bytes, null until every file has begun to arrive. */
  readonly total: number | null
}

/**
 * The sizes of the files unpacked. Where the server says that they are packed for the way, the browser unpacks them itself:
 * then these are the bytes that arrive, and the size that the server tells is another.
 */
const UNPACKED: Readonly<Record<string, number>> = {
  'train-images-idx3-ubyte': 47_040_016,
  'train-labels-idx1-ubyte': 60_008,
  't10k-images-idx3-ubyte': 7_840_016,
  't10k-labels-idx1-ubyte': 10_008,
}

const FILES = Object.keys(UNPACKED).length

/** Loads the training and the test images. */
export async function loadDigits(source: SourceOptions, onProgress: (progress: DataProgress) => void): Promise<Digits> {
  const files = new Map<string, DownloadProgress>()
  const transform = pixelTransform(tutorialNormalization)
  const load = (train: boolean): Promise<MNIST> => {
    return MNIST.load({
      ...source,
      train,
      transform,
      onProgress: (progress) => {
        files.set(progress.file, progress)
        onProgress(sumOf([...files.values()]))
      },
    })
  }
  const [trainset, testset] = await Promise.all([load(true), load(false)])
  return { trainset, testset }
}

function sumOf(files: readonly DownloadProgress[]): DataProgress {
  const loaded = files.reduce((sum, file) => sum + file.loaded, 0)
  const total = files.reduce((sum, { file, total }) => sum + (total ?? UNPACKED[file] ?? 0), 0)
  return { loaded, total: files.length === FILES ? total : null }
}
