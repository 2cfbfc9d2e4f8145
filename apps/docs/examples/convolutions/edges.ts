import { DataLoader } from '@nn/data'
import { showImages } from '@nn/docs/display'
import { mnist } from '@nn/docs/mnist'
import { functional } from '@nn/nn'
import { cat, tensor } from '@nn/tensor'

const testset = await mnist({ train: false, limit: 1 })
const [image] = new DataLoader(testset, { batchSize: 1 })[Symbol.iterator]().next().value

// Bright on the left, dark on the right; and the same turned.
const row = [1, 0, -1]
const kernels = tensor([row, row, row], { dtype: 'float32' }).view(1, 1, 3, 3)
const across = functional.conv2d(image, kernels, null, { padding: 1 })
const down = functional.conv2d(image, kernels.transpose(2, 3), null, { padding: 1 })
console.log(across.shape)
showImages(cat([image, across, down]), { labels: ['image', 'edges across', 'edges down'] })
