// What a page needs to train the tutorials' network, for size-limit to weigh: their program, with MNIST's files from a URL.

import { useWasm } from '@nn/backend-wasm'
import { DataLoader, MNIST, transforms } from '@nn/data'
import { Linear, LogSoftmax, NLLLoss, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed } from '@nn/tensor'

await useWasm()
manualSeed(0)
const transform = transforms.compose([transforms.toTensor(), transforms.normalize([0.5], [0.5])])
const trainset = await MNIST.load({ train: true, transform, url: new URL('data/', location.href).href })
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
const optimizer = new SGD(model.parameters(), { lr: 0.003 })

for (let epoch = 0; epoch < 5; epoch++) {
  let runningLoss = 0
  for await (const [images, labels] of trainloader) {
    optimizer.zeroGrad()
    const output = model.forward(images.view(images.shape[0]!, -1))
    const loss = criterion.forward(output, labels)
    loss.backward()
    optimizer.step()
    runningLoss += loss.item()
  }
  console.log(`Training loss: ${runningLoss / trainloader.length}`)
}
