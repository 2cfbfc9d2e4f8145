import '@nn/autograd'
import { tensor } from '@nn/tensor'

const w = tensor(2, { dtype: 'float32', requiresGrad: true })

w.mul(3).backward()
console.log(w.grad)

w.mul(3).backward()
console.log(w.grad)

w.grad = null
w.mul(3).backward()
console.log(w.grad)
