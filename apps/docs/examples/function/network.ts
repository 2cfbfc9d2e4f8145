import { noGrad } from '@nn/autograd'
import { Linear, ReLU, Sequential, Softmax } from '@nn/nn'
import { manualSeed, rand } from '@nn/tensor'

manualSeed(0)
const model = new Sequential(
  new Linear(784, 128),
  new ReLU(),
  new Linear(128, 64),
  new ReLU(),
  new Linear(64, 10),
  new Softmax({ dim: 1 }),
)
console.log(String(model))

const images = rand([64, 784])
const probabilities = noGrad(() => model.forward(images))
console.log(probabilities.shape)
console.log(probabilities.at(0))
console.log('their sum:', probabilities.at(0).sum().item().toFixed(4))

let count = 0
for (const parameter of model.parameters()) count += parameter.numel()
console.log('numbers to learn:', count)
