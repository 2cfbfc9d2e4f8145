import { MaxPool2d } from '@nn/nn'
import { arange } from '@nn/tensor'

const x = arange(16).float().view(1, 1, 4, 4)
console.log(x)
console.log(new MaxPool2d(2).forward(x))
