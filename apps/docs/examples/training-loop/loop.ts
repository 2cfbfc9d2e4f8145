import { useWasm } from '@nn/backend-wasm'
import { DataLoader } from '@nn/data'
import { mnist } from '@nn/docs/mnist'
import { Linear, LogSoftmax, NLLLoss, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed } from '@nn/tensor'

await useWasm()
manualSeed(0)
const trainset = await mnist({ train: true, limit: 10_000 })
const trainloader = new DataLoader(trainset, { batchSize: 64, shuffle: true })

const model = new Sequential(
  new Linear(784, 128),
  new ReLU(),
  new Linear(128, 64),
  new ReLU(),
  new Linear(64, 10),
  new LogSoftmax({ dim: 1 }),
)
const criterion = new NLLLoss()
const optimizer = new SGD(model.parameters(), { lr: 0.03 })

for (let epoch = 0; epoch < 3; epoch++) {
  let runningLoss = 0
  for (const [images, labels] of trainloader) {
    optimizer.zeroGrad()
    const loss = criterion.forward(model.forward(images.view(images.shape[0], -1)), labels)
    loss.backward()
    optimizer.step()
    runningLoss += loss.item()
  }
  console.log(`epoch ${epoch + 1}: training loss ${(runningLoss / trainloader.length).toFixed(3)}`)
}
