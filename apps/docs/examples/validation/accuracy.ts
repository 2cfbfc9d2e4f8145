import { noGrad } from '@nn/autograd'
import { DataLoader } from '@nn/data'
import { mnist } from '@nn/docs/mnist'
import { Linear } from '@nn/nn'
import { manualSeed } from '@nn/tensor'

manualSeed(0)
const model = new Linear(784, 10)
const testset = await mnist({ train: false, limit: 1000 })

const [images, labels] = new DataLoader(testset, { batchSize: 1000 })[Symbol.iterator]().next().value
const logits = noGrad(() => model.forward(images.view(1000, -1)))
const predictions = logits.argmax(1)
console.log(predictions.at(':8'))
console.log(labels.at(':8'))

const correct = predictions.eq(labels)
console.log(correct.at(':8'))
console.log('accuracy:', correct.float().mean().item().toFixed(3))
