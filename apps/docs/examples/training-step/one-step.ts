import { useWasm } from '@nn/backend-wasm'
import { DataLoader } from '@nn/data'
import { mnist } from '@nn/docs/mnist'
import { Linear, LogSoftmax, NLLLoss, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed } from '@nn/tensor'

await useWasm()
manualSeed(0)
const model = new Sequential(
  new Linear(784, 128),
  new ReLU(),
  new Linear(128, 64),
  new ReLU(),
  new Linear(64, 10),
  new LogSoftmax({ dim: 1 }),
)
const criterion = new NLLLoss()
const optimizer = new SGD(model.parameters(), { lr: 0.01 })

const trainset = await mnist({ train: true, limit: 64 })
for (const [images, labels] of new DataLoader(trainset, { batchSize: 64 })) {
  const x = images.view(images.shape[0], -1)
  console.log('images:', images.shape, 'as rows:', x.shape)

  optimizer.zeroGrad()
  const output = model.forward(x)
  const loss = criterion.forward(output, labels)
  loss.backward()
  optimizer.step()

  console.log('loss before the step:', loss.item().toFixed(4))
  console.log('loss after the step: ', criterion.forward(model.forward(x), labels).item().toFixed(4))
}
