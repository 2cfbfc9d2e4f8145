import { FashionMNIST, MNIST, type SourceOptions, transforms } from '@nn/data'

/** Which images. */
export interface ImageOptions {
  /** The training set or the test set. */
  train: boolean
  /** Only so many images, from the start. */
  limit?: number
}

/** The data sets of the chapters: each image a float tensor [1, 28, 28] from -1 to 1. */
export interface DataSets {
  /** Handwritten digits. */
  mnist(options: ImageOptions): Promise<MNIST>
  /** Pictures of clothes. */
  fashionMnist(options: ImageOptions): Promise<FashionMNIST>
}

/** Where each data set comes from. */
export interface Sources {
  readonly mnist: SourceOptions
  /** A function, as it may find out that there is none and throw. */
  readonly fashionMnist: () => Promise<SourceOptions>
}

const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])

/** The functions of `@nn/docs/mnist`, which read from the sources given. */
export function createMnist(sources: Sources): DataSets {
  return {
    async mnist({ train, limit }) {
      const all = await MNIST.load({ ...sources.mnist, train, transform })
      return limit === undefined ? all : new MNIST(firstOf(all, limit), { transform })
    },

    async fashionMnist({ train, limit }) {
      const all = await FashionMNIST.load({ ...(await sources.fashionMnist()), train, transform })
      return limit === undefined ? all : new FashionMNIST(firstOf(all, limit), { transform })
    },
  }
}

function firstOf({ images, targets }: MNIST | FashionMNIST, limit: number): Pick<MNIST, 'images' | 'targets'> {
  return { images: images.at(`:${limit}`), targets: targets.at(`:${limit}`) }
}
