import { SGD } from '@nn/optim'
import { tensor } from '@nn/tensor'

// With a gradient of zero, weight decay alone moves the weights: towards zero, by lr · decay of their size.
const w = tensor([1.5, -2], { requiresGrad: true })
const optimizer = new SGD([w], { lr: 0.1, weightDecay: 0.5 })
w.mul(0).sum().backward()
optimizer.step()
console.log(w)
optimizer.step()
console.log(w)
