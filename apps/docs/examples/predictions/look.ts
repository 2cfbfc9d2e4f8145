import { noGrad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { DataLoader } from '@nn/data'
import { showBars, showImages } from '@nn/docs/display'
import { mnist } from '@nn/docs/mnist'
import { Linear, LogSoftmax, NLLLoss, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed, topk } from '@nn/tensor'

await useWasm()
manualSeed(0)
const trainloader = new DataLoader(await mnist({ train: true, limit: 10_000 }), { batchSize: 64, shuffle: true })
const model = new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 10), new LogSoftmax({ dim: 1 }))
const criterion = new NLLLoss()
const optimizer = new SGD(model.parameters(), { lr: 0.02 })
for (let epoch = 0; epoch < 3; epoch++) {
  for (const [images, labels] of trainloader) {
    optimizer.zeroGrad()
    criterion.forward(model.forward(images.view(images.shape[0], -1)), labels).backward()
    optimizer.step()
  }
}

// The answer for one test image: the exponential of its log-probabilities.
const testset = await mnist({ train: false, limit: 8 })
const [images, labels] = new DataLoader(testset, { batchSize: 8 })[Symbol.iterator]().next().value
const logProbabilities = noGrad(() => model.forward(images.view(8, -1)))
const probabilities = logProbabilities.exp()

showImages(images, { labels: (labels.toArray() as number[]).map(String) })
showBars({
  title: 'probabilities of the first',
  labels: [...'0123456789'],
  values: probabilities.at(0).toArray() as number[],
})

const { values, indices } = topk(probabilities, 2, 1)
console.log(indices.at(':', 0))
console.log('of the first:', (values.at(0).toArray() as number[]).map((p) => p.toFixed(1)).join(', '))
