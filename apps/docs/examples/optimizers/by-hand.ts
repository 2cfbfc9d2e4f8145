import { noGrad } from '@nn/autograd'
import { SGD } from '@nn/optim'
import { type Tensor, tensor } from '@nn/tensor'

const a = tensor([1.5, -2], { requiresGrad: true })
a.square().sum().backward()
noGrad(() => a.sub_((a.grad as Tensor).mul(0.1)))
console.log(a)

const b = tensor([1.5, -2], { requiresGrad: true })
const optimizer = new SGD([b], { lr: 0.1 })
b.square().sum().backward()
optimizer.step()
console.log(b)
