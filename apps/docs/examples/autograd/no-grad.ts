import { noGrad } from '@nn/autograd'
import { tensor } from '@nn/tensor'

const w = tensor([1, 2], { dtype: 'float32', requiresGrad: true })

const recorded = w.mul(2)
const unrecorded = noGrad(() => w.mul(2))
console.log(recorded)
console.log(unrecorded)
console.log(recorded.detach())

// A step of gradient descent by hand: changing a weight is not to be recorded.
w.square().sum().backward()
noGrad(() => w.sub_(w.grad!.mul(0.1)))
console.log(w)
