import '@nn/autograd'
import { tensor } from '@nn/tensor'

const x = tensor([1, 2, 3], { dtype: 'float32', requiresGrad: true })
const y = x.square().sum()
console.log(y)

y.backward()
console.log(x.grad)
