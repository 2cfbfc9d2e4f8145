import { noGrad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { DataLoader, randomSplit } from '@nn/data'
import { plotLines } from '@nn/docs/display'
import { mnist } from '@nn/docs/mnist'
import { CrossEntropyLoss, Linear, ReLU, Sequential } from '@nn/nn'
import { SGD } from '@nn/optim'
import { manualSeed } from '@nn/tensor'

await useWasm()
manualSeed(0)
const [trainset, validationset] = randomSplit(await mnist({ train: true, limit: 6000 }), [5000, 1000])
const trainloader = new DataLoader(trainset, { batchSize: 64, shuffle: true })
const validationloader = new DataLoader(validationset, { batchSize: 250 })

const model = new Sequential(new Linear(784, 64), new ReLU(), new Linear(64, 10))
const criterion = new CrossEntropyLoss()
const optimizer = new SGD(model.parameters(), { lr: 0.02 })

function trainEpoch() {
  let total = 0
  model.train()
  for (const [images, labels] of trainloader) {
    optimizer.zeroGrad()
    const loss = criterion.forward(model.forward(images.view(images.shape[0], -1)), labels)
    loss.backward()
    optimizer.step()
    total += loss.item()
  }
  return total / trainloader.length
}

function validate() {
  let total = 0
  let correct = 0
  model.eval()
  noGrad(() => {
    for (const [images, labels] of validationloader) {
      const logits = model.forward(images.view(images.shape[0], -1))
      total += criterion.forward(logits, labels).item()
      correct += logits.argmax(1).eq(labels).sum().item()
    }
  })
  return { loss: total / validationloader.length, accuracy: correct / validationset.length }
}

const history = { train: [] as number[], validation: [] as number[] }
for (let epoch = 1; epoch <= 5; epoch++) {
  const trainLoss = trainEpoch()
  const { loss, accuracy } = validate()
  history.train.push(trainLoss)
  history.validation.push(loss)
  console.log(
    `epoch ${epoch}: train ${trainLoss.toFixed(2)}, validation ${loss.toFixed(2)}, accuracy ${accuracy.toFixed(2)}`,
  )
}
plotLines({ title: 'loss by epoch', xLabel: 'epoch', yLabel: 'loss', series: history })
