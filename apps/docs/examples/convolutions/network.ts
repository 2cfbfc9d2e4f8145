import { noGrad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { DataLoader } from '@nn/data'
import { mnist } from '@nn/docs/mnist'
import { Conv2d, CrossEntropyLoss, Flatten, Linear, MaxPool2d, ReLU, Sequential } from '@nn/nn'
import { Adam } from '@nn/optim'
import { manualSeed } from '@nn/tensor'

await useWasm()
manualSeed(0)
const model = new Sequential(
  new Conv2d(1, 8, 3, { padding: 1 }),
  new ReLU(),
  new MaxPool2d(2),
  new Conv2d(8, 16, 3, { padding: 1 }),
  new ReLU(),
  new MaxPool2d(2),
  new Flatten(),
  new Linear(784, 10),
)
let count = 0
for (const parameter of model.parameters()) count += parameter.numel()
console.log('numbers to learn:', count)

const trainloader = new DataLoader(await mnist({ train: true, limit: 4000 }), { batchSize: 32, shuffle: true })
const testset = await mnist({ train: false, limit: 1000 })
const [testImages, testLabels] = new DataLoader(testset, { batchSize: 1000 })[Symbol.iterator]().next().value
const criterion = new CrossEntropyLoss()
const optimizer = new Adam(model.parameters(), { lr: 0.005 })
for (let epoch = 1; epoch <= 2; epoch++) {
  for (const [images, labels] of trainloader) {
    optimizer.zeroGrad()
    criterion.forward(model.forward(images), labels).backward()
    optimizer.step()
  }
  const predictions = noGrad(() => model.forward(testImages)).argmax(1)
  const accuracy = predictions.eq(testLabels).float().mean().item()
  console.log(`epoch ${epoch}: accuracy ${accuracy.toFixed(1)}`)
}
