import { createMnist, type DataSets } from './create-mnist'

export type { DataSets, ImageOptions } from './create-mnist'

// In Node: MNIST from its package, Fashion-MNIST from the files of Debian's package or from a folder of one's own.
const fashionRoot = process.env.FASHION_MNIST_ROOT ?? '/usr/share/datasets/fashion-mnist'

const dataSets: DataSets = createMnist({
  mnist: {},
  fashionMnist: async () => ({ root: fashionRoot, download: false }),
})

export const mnist: DataSets['mnist'] = dataSets.mnist
export const fashionMnist: DataSets['fashionMnist'] = dataSets.fashionMnist
