import { noGrad } from '@nn/autograd'
import { useWasm } from '@nn/backend-wasm'
import { DataLoader, FashionMNIST } from '@nn/data'
import { showImages } from '@nn/docs/display'
import { fashionMnist } from '@nn/docs/mnist'
import { CrossEntropyLoss, Linear, ReLU, Sequential } from '@nn/nn'
import { Adam } from '@nn/optim'
import { manualSeed } from '@nn/tensor'

await useWasm()
manualSeed(0)
const trainloader = new DataLoader(await fashionMnist({ train: true, limit: 10_000 }), { batchSize: 64, shuffle: true })
const testset = await fashionMnist({ train: false, limit: 1000 })
const [testImages, testLabels] = new DataLoader(testset, { batchSize: 1000 })[Symbol.iterator]().next().value

const names = FashionMNIST.classes
showImages(testImages.at(':8'), { labels: (testLabels.at(':8').toArray() as number[]).map((i) => names[i] as string) })

const model = new Sequential(new Linear(784, 128), new ReLU(), new Linear(128, 64), new ReLU(), new Linear(64, 10))
const criterion = new CrossEntropyLoss()
const optimizer = new Adam(model.parameters(), { lr: 0.001 })
for (let epoch = 1; epoch <= 2; epoch++) {
  let runningLoss = 0
  for (const [images, labels] of trainloader) {
    optimizer.zeroGrad()
    const loss = criterion.forward(model.forward(images.view(images.shape[0], -1)), labels)
    loss.backward()
    optimizer.step()
    runningLoss += loss.item()
  }
  console.log(`epoch ${epoch}: training loss ${(runningLoss / trainloader.length).toFixed(1)}`)
}
const logits = noGrad(() => model.forward(testImages.view(1000, -1)))
console.log('accuracy:', logits.argmax(1).eq(testLabels).float().mean().item().toFixed(1))
