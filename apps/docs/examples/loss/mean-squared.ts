import { MSELoss } from '@nn/nn'
import { tensor } from '@nn/tensor'

const predictions = tensor([2.5, 0, 2, 8])
const targets = tensor([3, -0.5, 2, 7])

const errors = predictions.sub(targets)
console.log(errors)
console.log(errors.square())
console.log(errors.square().mean())

console.log(new MSELoss().forward(predictions, targets))
