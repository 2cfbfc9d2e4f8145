import '@nn/autograd'
import { showGraph } from '@nn/docs/display'
import { sin, tensor } from '@nn/tensor'

const a = tensor(2.5, { requiresGrad: true })
const b = tensor(0.5, { requiresGrad: true })
const y = a.mul(b).add(sin(a))
console.log(y)
showGraph(y)
