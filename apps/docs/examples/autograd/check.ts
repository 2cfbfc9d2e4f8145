import '@nn/autograd'
import { sin, type Tensor, tensor } from '@nn/tensor'

const f = (x: Tensor): Tensor => x.mul(sin(x)).exp()

const x = tensor(0.5, { dtype: 'float64', requiresGrad: true })
f(x).backward()
console.log('backward:', x.grad?.item().toFixed(6))

const at = (value: number): number => f(tensor(value, { dtype: 'float64' })).item()
const h = 1e-6
console.log('measured:', ((at(0.5 + h) - at(0.5 - h)) / (2 * h)).toFixed(6))
