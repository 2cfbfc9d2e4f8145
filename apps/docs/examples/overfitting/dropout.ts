import { Dropout } from '@nn/nn'
import { manualSeed, ones } from '@nn/tensor'

manualSeed(0)
const dropout = new Dropout(0.5)
const x = ones([2, 8])

console.log(dropout.forward(x))
console.log(dropout.forward(x))

dropout.eval()
console.log(dropout.forward(x))
