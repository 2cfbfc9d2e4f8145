import { Linear } from '@nn/nn'
import { manualSeed, type Tensor, tensor } from '@nn/tensor'

manualSeed(0)
const layer = new Linear(3, 2)
console.log(layer.weight)
console.log(layer.bias)

const x = tensor([[1, 2, 3.5]])
console.log(layer.forward(x))

// The same by hand: one sum of products for each output, and its bias.
console.log(x.matmul(layer.weight.t()).add(layer.bias as Tensor))
