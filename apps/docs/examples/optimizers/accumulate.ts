import { SGD } from '@nn/optim'
import { tensor } from '@nn/tensor'

const w = tensor([0.5], { requiresGrad: true })
const optimizer = new SGD([w], { lr: 0.1 })

w.mul(3).backward()
console.log(w.grad)
w.mul(3).backward()
console.log(w.grad)

optimizer.zeroGrad()
console.log(w.grad)
w.mul(3).backward()
console.log(w.grad)
